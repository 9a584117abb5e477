package dev.idem.demo.fire;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the faults of a plan happen, one after the other, and heals what does not heal by itself. */
final class Arsonist {

    private static final int TRIES = 3;
    private static final long LONGEST_WAIT_MILLIS = 8000;
    private static final Duration SLOW = Duration.ofMillis(25);
    private static final Duration STALLED = Duration.ofSeconds(3);
    private static final Duration START_OF_A_NODE = Duration.ofSeconds(20);

    /** So many others while both nodes are up: else one of them is being started all the time. */
    private static final int FAULTS_BETWEEN_KILLS = 4;

    private static final long SLOW_MILLIS = 1500;
    private static final String HOLD = "/hold?connections=20&millis=1500";

    private final FireSystem system;
    private final FaultCount count;

    Arsonist(FireSystem system, FaultCount count) {
        this.system = system;
        this.count = count;
    }

    /** Goes on until the time is over; nodes die early enough to be back by then. */
    void burn(FaultPlan plan, Instant end) throws InterruptedException {
        Deque<PlannedFault> later = new ArrayDeque<>();
        Deque<PlannedFault> faults = new ArrayDeque<>(plan.faults());
        int others = FAULTS_BETWEEN_KILLS;
        while (!faults.isEmpty() && Instant.now().isBefore(end)) {
            boolean early = Instant.now().plus(START_OF_A_NODE).isBefore(end);
            boolean mayKill =
                    early && others >= FAULTS_BETWEEN_KILLS && system.nodes().areAllUp();
            PlannedFault fault = mayKill && !later.isEmpty() ? later.remove() : faults.remove();
            if (fault.kind().kills() && !mayKill && !(early && fault.both())) {
                later.add(fault);
            } else {
                pause(fault.pauseMillis());
                begin(fault, end);
                others = fault.kind().kills() ? 0 : others + (system.nodes().areAllUp() ? 1 : 0);
            }
        }
    }

    /** What does not strike is tried again: on a busy machine nobody may come by in time. */
    private void begin(PlannedFault fault, Instant end) throws InterruptedException {
        FireNode node = victim(fault, end);
        if (Instant.now().isBefore(end)) {
            boolean struck = strikes(fault.kind(), node);
            for (int i = 1; i < TRIES && !struck; i++) {
                struck = strikes(fault.kind(), victim(fault, end));
            }
            count.add(fault.kind(), struck);
        }
    }

    /** The node that is meant, or the other one if that is down; if both are, it waits. */
    private FireNode victim(PlannedFault fault, Instant end) throws InterruptedException {
        while (true) {
            for (int i = 0; i < 2; i++) {
                FireNode node = system.nodes().all().get((fault.node() + i) % 2);
                if (node.isUp() || Instant.now().isAfter(end)) {
                    return node;
                }
            }
            pause(100);
        }
    }

    private boolean strikes(FaultKind kind, FireNode node) throws InterruptedException {
        Wire wire = system.wire(node);
        return switch (kind) {
            case NODE_KILLED -> killed(node);
            case NODE_KILLED_BEFORE_CLAIM -> trapped(wire, Point.CLAIM, Trap.Side.BEFORE, node::kill);
            case NODE_KILLED_AFTER_EFFECT -> trapped(wire, Point.EFFECT, Trap.Side.AFTER, node::kill);
            case NODE_KILLED_AFTER_RESULT -> trapped(wire, Point.RESULT, Trap.Side.AFTER, node::kill);
            case NODE_KILLED_BEFORE_COMMIT -> trapped(wire, Point.COMMIT, Trap.Side.BEFORE, node::kill);
            case NODE_KILLED_IN_COMMIT -> trapped(wire, Point.COMMIT, Trap.Side.AFTER, node::kill);
            case NODE_KILLED_BEFORE_SEND -> halted(node, "before-send");
            case NODE_KILLED_AFTER_SEND -> halted(node, "after-send");
            case NODE_KILLED_BEFORE_FAR_EFFECT -> halted(node, "before-effect");
            case NODE_KILLED_AFTER_FAR_EFFECT -> halted(node, "after-effect");
            case END_CUT_BEFORE -> trapped(wire, Point.END, Trap.Side.BEFORE, () -> {});
            case END_ANSWER_LOST -> trapped(wire, Point.END, Trap.Side.AFTER, () -> {});
            case CLAIM_CUT -> trapped(wire, Point.CLAIM, Trap.Side.AFTER, () -> {});
            case COMMIT_CUT_BEFORE -> trapped(wire, Point.COMMIT, Trap.Side.BEFORE, () -> {});
            case COMMIT_ANSWER_LOST -> trapped(wire, Point.COMMIT, Trap.Side.AFTER, () -> {});
            case CONNECTIONS_CUT -> wire.cut() > 0;
            case SESSIONS_ENDED -> sessionsEnded();
            case DATABASE_STOPPED -> restarted(true);
            case DATABASE_CRASHED -> restarted(false);
            case DATABASE_SLOW -> slowed(wire, SLOW, SLOW_MILLIS);
            case DATABASE_STALLED -> slowed(wire, STALLED, STALLED.toMillis());
            case POOL_EXHAUSTED -> exhausted(node);
            case BROKER_KILLED -> brokerRestarted();
            case ERROR_THROWN, CLOCK_OFF -> throw new IllegalArgumentException(kind + " is not planned");
        };
    }

    private static boolean killed(FireNode node) {
        node.kill();
        return true;
    }

    private static boolean trapped(Wire wire, Point point, Trap.Side side, Runnable strike)
            throws InterruptedException {
        Trap trap = new Trap(point, side, strike);
        wire.set(trap);
        try {
            return trap.hasStruckWithin(LONGEST_WAIT_MILLIS);
        } finally {
            wire.clear();
        }
    }

    private boolean halted(FireNode node, String place) throws InterruptedException {
        system.caller().node(node.port(), "POST", "/halt?at=" + place);
        for (int i = 0; i < LONGEST_WAIT_MILLIS / 50; i++) {
            if (node.isDead()) {
                return true;
            }
            pause(50);
        }
        system.caller().node(node.port(), "POST", "/halt?at=");
        return node.isDead();
    }

    private boolean sessionsEnded() {
        try {
            return system.database().endSessions() > 0;
        } catch (SQLException failure) {
            System.getLogger(Arsonist.class.getName()).log(Level.WARNING, "sessions cannot be ended", failure);
            return false;
        }
    }

    private boolean restarted(boolean inGoodOrder) {
        system.database().stop(inGoodOrder);
        system.database().start();
        return true;
    }

    private static boolean slowed(Wire wire, Duration delay, long millis) throws InterruptedException {
        wire.slow(delay);
        try {
            pause(millis);
            return true;
        } finally {
            wire.slow(Duration.ZERO);
        }
    }

    private boolean exhausted(FireNode node) throws InterruptedException {
        return system.caller()
                .node(node.port(), "POST", HOLD)
                .filter(held -> Integer.parseInt(held.strip()) > 0)
                .isPresent();
    }

    private boolean brokerRestarted() {
        system.broker().restart();
        system.nodes().all().forEach(FireNode::takeAlong);
        return true;
    }

    private static void pause(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
