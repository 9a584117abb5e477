package dev.idem.demo.fire;

import java.util.Arrays;
import java.util.List;

/** What can go wrong. */
enum FaultKind {
    NODE_KILLED("a node killed at any moment", 2),
    NODE_KILLED_BEFORE_CLAIM("a node killed before it claims", 1),
    NODE_KILLED_AFTER_EFFECT("a node killed after its business write", 1),
    NODE_KILLED_AFTER_RESULT("a node killed after it stored a result", 1),
    NODE_KILLED_BEFORE_COMMIT("a node killed as it sends COMMIT", 1),
    NODE_KILLED_IN_COMMIT("a node killed before it hears of its COMMIT", 1),
    NODE_KILLED_BEFORE_SEND("a node killed between the outbox' commit and the send", 1),
    NODE_KILLED_AFTER_SEND("a node killed after a send", 1),
    NODE_KILLED_BEFORE_FAR_EFFECT("a node killed between the claim of an effect elsewhere and the effect", 1),
    NODE_KILLED_AFTER_FAR_EFFECT("a node killed between an effect elsewhere and its record", 1),
    END_CUT_BEFORE("a connection cut before an effect elsewhere is recorded", 2),
    END_ANSWER_LOST("a connection cut as an effect elsewhere is recorded, the answer lost", 2),
    CLAIM_CUT("a connection cut at a claim, the answer lost", 3),
    COMMIT_CUT_BEFORE("a connection cut before a COMMIT", 4),
    COMMIT_ANSWER_LOST("a connection cut during a COMMIT, the answer lost", 6),
    CONNECTIONS_CUT("all connections of a node cut", 2),
    SESSIONS_ENDED("all sessions ended by the database", 3),
    DATABASE_STOPPED("the database stopped in good order and started", 1),
    DATABASE_CRASHED("the database stopped at once and started", 1),
    DATABASE_SLOW("a slow way to the database", 2),
    DATABASE_STALLED("no way to the database for some seconds", 1),
    POOL_EXHAUSTED("no connection left in a node's pool", 1),
    BROKER_KILLED("the broker killed and started", 1),
    ERROR_THROWN("an Error thrown by a body", 0),
    CLOCK_OFF("the clock of a node five minutes off, all the time", 0);

    private final String words;
    private final int weight;

    FaultKind(String words, int weight) {
        this.words = words;
        this.weight = weight;
    }

    /** Its name in a report. */
    String words() {
        return words;
    }

    /** How often it is drawn, among its like. */
    int weight() {
        return weight;
    }

    /** Whether a plan has it; else it comes with the calls, or is there all the time. */
    boolean isPlanned() {
        return weight > 0;
    }

    /** Whether a node has to be started again afterwards. */
    boolean kills() {
        return words.startsWith("a node killed");
    }

    static List<FaultKind> all() {
        return Arrays.asList(values());
    }
}
