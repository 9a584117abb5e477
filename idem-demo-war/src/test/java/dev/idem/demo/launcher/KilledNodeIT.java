package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payara Micro killed (SIGKILL) in the middle of many calls, on an H2 file. */
@ExtendWith(OneDemo.class)
class KilledNodeIT {

    private static final int ORDERS = 20;
    private static final int CALLS_EACH = 3;

    private final DemoSystem system;

    KilledNodeIT(DemoSystem system) {
        this.system = system;
    }

    @Test
    @DisplayName("kill -9 in a storm of callbacks: repeated, each effect is there once (scenarios 26, 27)")
    void killedAndRepeatedEveryEffectIsThereOnce() {
        List<Purchase> purchases = IntStream.rangeClosed(1, ORDERS)
                .mapToObj(i -> new Purchase(system.client(), "storm-" + i))
                .toList();
        assertThat(purchases)
                .allSatisfy(
                        purchase -> assertThat(purchase.submit("10").status()).isEqualTo(201));
        killInStorm(purchases);
        system.startNode();
        assertThat(purchases).allSatisfy(KilledNodeIT::allOrNothing);

        List<Answer> answers =
                storm(purchases).stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(purchases).allSatisfy(purchase -> assertThat(purchase.effects(Effects.PAID_ONCE))
                .isEqualTo(Effects.PAID_ONCE));
        system.awaitQuiet();
        assertThat(purchases)
                .allSatisfy(purchase -> assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE));
    }

    private List<CompletableFuture<Answer>> storm(List<Purchase> purchases) {
        return purchases.stream()
                .flatMap(purchase -> Stream.generate(
                                () -> system.client().posted(Purchase.CALLBACKS, purchase.callback("10")))
                        .limit(CALLS_EACH))
                .toList();
    }

    /** Kills the node as soon as some, but not all, of the callbacks are answered. */
    private void killInStorm(List<Purchase> purchases) {
        List<CompletableFuture<Answer>> storm = storm(purchases);
        CompletableFuture.anyOf(storm.toArray(CompletableFuture[]::new)).join();
        system.node().kill();
        storm.forEach(CompletableFuture::join);
    }

    private static void allOrNothing(Purchase purchase) {
        Effects expected = purchase.status().equals("PAID") ? Effects.PAID_ONCE : Effects.ORDERED_ONCE;
        assertThat(purchase.effects(expected)).isEqualTo(expected);
    }
}
