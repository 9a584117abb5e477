package dev.idem.outbox;

import dev.idem.OutboxMessage;
import dev.idem.spi.BrokerUnavailableException;
import dev.idem.spi.OutboxSender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A broker in memory, which fails as a test tells it to. For one thread. */
final class ScriptedSender implements OutboxSender {

    /** What a process does that dies. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    final List<String> accepted = new ArrayList<>();
    final Set<String> refused = new HashSet<>();
    final Set<String> crashesBefore = new HashSet<>();
    final Set<String> crashesAfter = new HashSet<>();
    boolean down;
    int calls;
    Runnable whileSending = () -> {};

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        calls++;
        whileSending.run();
        String payload = message.payload();
        if (down) {
            throw new BrokerUnavailableException("connection refused", null);
        }
        if (refused.contains(payload)) {
            throw new IllegalArgumentException("the broker does not take " + payload);
        }
        if (crashesBefore.remove(payload)) {
            throw new Crash();
        }
        accepted.add(payload);
        if (crashesAfter.remove(payload)) {
            throw new Crash();
        }
    }
}
