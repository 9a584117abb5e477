package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Kills Payara Micro at work, starts it again, repeats what was sent, and counts effects. */
abstract class CrashContract {

    private static final int ORDERS = 20;
    private static final int CALLS_EACH = 3;

    private final DemoSystem system;

    CrashContract(DemoSystem system) {
        this.system = system;
    }

    DemoSystem system() {
        return system;
    }

    void countRows(List<Purchase> purchases) {
        assertThat(purchases).allSatisfy(purchase -> assertThat(purchase.effects(Effects.PAID_ONCE))
                .isEqualTo(Effects.PAID_ONCE));
        system.awaitQuiet();
        assertThat(purchases)
                .allSatisfy(purchase -> assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE));
    }

    @Test
    @DisplayName("kill -9 in a storm of callbacks: repeated, each effect is there once (scenarios 26, 27)")
    void killedAndRepeatedEveryEffectIsThereOnce() {
        List<Purchase> purchases = IntStream.rangeClosed(1, ORDERS)
                .mapToObj(i -> new Purchase(system.client(), "storm-" + i))
                .toList();
        submitAll(purchases);
        killInStorm(system, purchases);
        system.startNode();
        assertThat(purchases).allSatisfy(CrashContract::allOrNothing);

        List<Answer> answers =
                storm(system, purchases).stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        countRows(purchases);
    }

    static void submitAll(List<Purchase> purchases) {
        assertThat(purchases).allSatisfy(purchase -> assertThat(purchase.client()
                        .submit(purchase.key(), purchase.order("10"))
                        .status())
                .isEqualTo(201));
    }

    private static List<CompletableFuture<Answer>> storm(DemoSystem system, List<Purchase> purchases) {
        return purchases.stream()
                .flatMap(purchase -> Stream.generate(
                                () -> system.client().posted(Purchase.CALLBACKS, purchase.callback("10")))
                        .limit(CALLS_EACH))
                .toList();
    }

    /** Kills the node as soon as some, but not all, of the callbacks are answered. */
    private static void killInStorm(DemoSystem system, List<Purchase> purchases) {
        List<CompletableFuture<Answer>> storm = storm(system, purchases);
        CompletableFuture.anyOf(storm.toArray(CompletableFuture[]::new)).join();
        system.node().kill();
        storm.forEach(CompletableFuture::join);
    }

    private static void allOrNothing(Purchase purchase) {
        Effects expected = purchase.status().equals("PAID") ? Effects.PAID_ONCE : Effects.ORDERED_ONCE;
        assertThat(purchase.effects(expected)).isEqualTo(expected);
    }
}
