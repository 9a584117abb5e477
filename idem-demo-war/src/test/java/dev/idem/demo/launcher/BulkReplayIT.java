package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An operator replays many parked coupons at once, while the cause is not mended at first and the node is killed. */
class BulkReplayIT {

    private static final int CALLS = 12;
    private static final int ATTEMPTS = 5;

    /** So that what a killed node had begun is soon another's. */
    private static final Map<String, String> SHORT_LEASES = Map.of("idem.replay.lease", "PT3S");

    private static final Map<String, String> ALL =
            Map.of("what", "matching", "application", "", "operation", "coupons.grant", "cause", "");

    @Test
    @DisplayName(
            "console checks 27, 34, 42: it stops as the cause is not mended, is resumed, killed, goes on: each coupon once")
    void stoppedResumedKilledEveryCouponIsThereOnce() {
        try (DemoSystem system = TestSystems.start(DatabaseKind.H2, "bulk", SHORT_LEASES)) {
            List<Purchase> purchases = IntStream.range(0, CALLS)
                    .mapToObj(i -> new Purchase(system.client(), "bulk-" + i))
                    .toList();
            park(system, purchases);
            ConsoleOperator operator = system.console();
            ConsoleLogin login = operator.begin(system.firstLogin());
            purchases.forEach(purchase -> operator.awaitPoison(purchase.orderId()));

            String run = operator.startRun(ALL, CALLS);
            operator.awaitRun(run, "1 of the last 1 failed, and it was to stop at more than 20 %");
            assertThat(purchases)
                    .allSatisfy(purchase -> assertThat(purchase.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON));
            operator.steer(run, "resume");
            operator.awaitRun(run, ">4 of 12 done<");
            system.node().kill();
            system.startNode();
            operator.logIn(login);
            operator.awaitRun(run, ">12 of 12 done<");
            operator.awaitRun(run, "class=\"badge large good\">done<");

            String rest =
                    operator.startRun(Map.of("what", "failed", "run", run.substring(run.lastIndexOf('/') + 1)), 1);
            operator.awaitRun(rest, ">1 of 1 done<");
            assertThat(purchases).allSatisfy(purchase -> assertThat(purchase.effects(Effects.PAID_ONCE))
                    .isEqualTo(Effects.PAID_ONCE));
        }
    }

    /** One failure is left for the first replay. */
    private static void park(DemoSystem system, List<Purchase> purchases) {
        int failures = CALLS * ATTEMPTS + 1;
        system.client().order("coupons", "{\"mode\":\"fail\",\"times\":" + failures + "}");
        purchases.forEach(purchase -> {
            purchase.submit("10");
            assertThat(purchase.callBack("10").status()).isEqualTo(200);
        });
        system.awaitFault("coupons", failures - 1);
    }
}
