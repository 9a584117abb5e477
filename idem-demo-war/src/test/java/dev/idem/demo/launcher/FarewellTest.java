package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the demo says last. */
class FarewellTest {

    @Test
    void namesTheConsoleItsPasswordAndTheOrdersOfTheStory() {
        DemoOptions options = TestSystems.options(DatabaseKind.H2, "farewell");
        DemoSystem system = new DemoSystem(options);
        Purchase purchase = new Purchase(system.client(), "story-1");

        String invitation = new Farewell(system, purchase, new ConsoleLogin("admin", "first-password")).invitation();

        assertThat(invitation)
                .contains("http://127.0.0.1:" + options.port() + "/idem-admin/")
                .contains("log in as admin with the password first-password")
                .contains("http://127.0.0.1:" + options.port() + "/idem-demo/brokers")
                .contains("/orders/" + purchase.orderId())
                .endsWith("Ctrl-C ends.");
    }
}
