package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kills Payara Micro at different moments, starts it again, repeats what was sent, and counts effects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashContract {

    private static final int ORDERS = 20;
    private static final int CALLS_EACH = 3;

    @SuppressWarnings("NullAway.Init")
    private DemoSystem system;

    abstract DatabaseKind database();

    @BeforeAll
    void start() {
        system = TestSystems.startWithoutConsole(
                database(), "crash-" + database().lowerCaseName(), Map.of());
    }

    @AfterAll
    void stop() {
        system.close();
    }

    void countRows(DemoSystem system, List<Purchase> purchases) {
        assertThat(purchases).allSatisfy(purchase -> assertThat(purchase.effects(Effects.PAID_ONCE))
                .isEqualTo(Effects.PAID_ONCE));
        system.awaitQuiet();
        assertThat(purchases)
                .allSatisfy(purchase -> assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE));
    }

    @Test
    @DisplayName("kill -9 in a storm, halt before the commit: repeated, each effect is there once (scenarios 26, 27)")
    void killedAndRepeatedEveryEffectIsThereOnce() {
        List<Purchase> purchases = IntStream.rangeClosed(0, ORDERS)
                .mapToObj(i -> new Purchase(system.client(), "storm-" + i))
                .toList();
        submitAll(purchases);
        killInStorm(system, purchases.subList(1, purchases.size()));
        system.startNode();
        assertThat(purchases).allSatisfy(CrashContract::allOrNothing);
        haltBeforeCommit(system, purchases.get(0));
        system.startNode();
        assertThat(purchases).allSatisfy(CrashContract::allOrNothing);

        List<Answer> answers =
                storm(system, purchases).stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        countRows(system, purchases);
    }

    @Test
    @DisplayName("consumer halted between effect and commit: the message comes again, one coupon (scenarios 23, 27)")
    void consumerHaltedBeforeItsCommitGrantsOneCouponAfterwards() {
        Purchase purchase = new Purchase(system.client(), "consumer");
        submitAll(List.of(purchase));
        system.client().order("coupons", "{\"mode\":\"halt\",\"times\":1}");
        system.client().posted(Purchase.CALLBACKS, purchase.callback("10")).join();
        system.node().awaitEnd();

        system.startNode();

        assertThat(purchase.status()).isEqualTo("PAID");
        countRows(system, List.of(purchase));
    }

    private static void submitAll(List<Purchase> purchases) {
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

    /** The process ends in the middle of a settlement: after its writes, before its commit. */
    private static void haltBeforeCommit(DemoSystem system, Purchase unpaid) {
        system.client().order("payments", "{\"mode\":\"halt\",\"times\":1}");

        Answer answer = system.client().post(Purchase.CALLBACKS, unpaid.callback("10"));

        assertThat(answer.status()).isZero();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !system.node().process().isAlive());
    }

    private static void allOrNothing(Purchase purchase) {
        Effects expected = purchase.status().equals("PAID") ? Effects.PAID_ONCE : Effects.ORDERED_ONCE;
        assertThat(purchase.effects(expected)).isEqualTo(expected);
    }
}
