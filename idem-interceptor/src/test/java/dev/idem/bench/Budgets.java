package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.ArrayList;
import java.util.List;

/** What Idem may cost on PostgreSQL. */
final class Budgets {

    private static final int THREADS = 8;
    private static final List<Case> NEW = List.of(Case.VOID, Case.RESULT);
    private static final List<Case> DUPLICATE = List.of(Case.DUPLICATE_VOID, Case.DUPLICATE);

    private final List<Budget> budgets = new ArrayList<>();

    List<Budget> list() {
        return budgets;
    }

    void check(Costs costs) {
        Cost business = costs.of(Case.VOID, Contest.BUSINESS);
        for (Case measured : NEW) {
            Cost idem = costs.of(measured, Contest.IDEM);
            int trips = measured == Case.VOID ? 1 : 2;
            atMost(trips, measured, "extra round trips", "", idem.roundTrips() - business.roundTrips());
            atMost(0, measured, "extra commits", "", idem.commits() - business.commits());
        }
        for (Case measured : DUPLICATE) {
            Cost idem = costs.of(measured, Contest.IDEM);
            atMost(2, measured, "round trips, loan aside", "", idem.roundTrips() - idem.ofThePool());
            atMost(0, measured, "WAL", " B", idem.wal());
        }
        log(costs, business.wal());
        Cost failing = costs.of(Case.FAILING, Contest.IDEM);
        Cost alone = costs.of(Case.FAILING, Contest.BUSINESS);
        atMost(2, Case.FAILING, "extra commits", "", failing.commits() - alone.commits());
    }

    private void log(Costs costs, double business) {
        atMost(
                600,
                Case.VOID,
                "WAL of the key",
                " B",
                costs.of(Case.VOID, Contest.IDEM).wal() - business);
        double idem = costs.of(Case.RESULT, Contest.IDEM).wal() - business;
        double byHand = costs.of(Case.RESULT, Contest.HAND_B).wal() - business;
        atMost(1.1, Case.RESULT, "WAL of the key", " × that of hand-written B", idem / byHand);
    }

    void check(Timings timings) {
        NEW.forEach(measured -> atLeast(0.90, measured, Contest.HAND_B, timings));
        DUPLICATE.forEach(measured -> atLeast(0.85, measured, Contest.HAND_B, timings));
        Contest.PEERS.forEach(peer -> atLeast(1, Case.VOID, peer, timings));
        DUPLICATE.forEach(measured -> cached(measured, timings));
    }

    void check(Waits waits) {
        atMost(
                20,
                Case.CONCURRENT,
                "longest answer while the first runs 5 s",
                " ms",
                waits.again().longest() / 1e3);
        Sample once = waits.once().getOrDefault(Contest.HASTY, waits.again());
        atMost(0, Case.CONCURRENT, "sessions held by those answered", "", once.sessions());
    }

    void check(Processor processor) {
        for (Case measured : List.of(Case.VOID, Case.DUPLICATE_VOID)) {
            atMost(10, measured, "CPU without database", " µs", processor.ofIdem(measured, Sample::cpu));
            atMost(8, measured, "allocated without database", " KB", processor.ofIdem(measured, Sample::bytes) / 1024);
        }
    }

    void check(Growth growth) {
        String smallest = growth.names().get(0);
        for (Case measured : Rounds.TIMED) {
            for (String name : growth.names()) {
                if (!name.equals(smallest) && !name.contains(Growth.PARTITIONED)) {
                    Turn turn = new Turn(measured, Growth.THREADS, name);
                    double ratio = growth.timings().ratio(turn, smallest, Sample::p50);
                    atMost(1.3, measured, name + ": p50", " × that of " + smallest, ratio);
                }
            }
        }
    }

    void check(PurgeUnderLoad load) {
        for (Case measured : PurgeUnderLoad.CASES) {
            double quiet = load.timings().median(PurgeUnderLoad.turn(PurgeUnderLoad.QUIET, measured), Sample::p99);
            double purging = load.timings().median(PurgeUnderLoad.turn(PurgeUnderLoad.PURGING, measured), Sample::p99);
            atMost(2, measured, "p99 while a backlog is purged", " × the quiet one", purging / quiet);
        }
        budgets.add(Budget.atMost(
                0, "purge: looks that saw a wait for a lock", "", load.backlog().waits()));
    }

    private void atMost(double limit, Case measured, String what, String unit, double figure) {
        budgets.add(Budget.atMost(limit, Tables.name(measured) + ": " + what, unit, figure));
    }

    private void atLeast(double limit, Case measured, String floor, Timings timings) {
        atLeast(limit, new Turn(measured, THREADS, Contest.IDEM), "", floor, timings);
    }

    private void cached(Case measured, Timings timings) {
        atLeast(10, new Turn(measured, THREADS, Contest.CACHED), "near cache, ", Contest.IDEM, timings);
    }

    private void atLeast(double limit, Turn turn, String how, String floor, Timings timings) {
        if (timings.has(turn)) {
            String what = Tables.name(turn.measured()) + ": " + how + "calls/s of those of " + floor;
            budgets.add(Budget.atLeast(limit, what, timings.ratio(turn, floor)));
        }
    }
}
