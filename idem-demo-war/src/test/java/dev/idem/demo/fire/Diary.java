package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import dev.idem.fire.Exchange;
import dev.idem.fire.Identity;
import dev.idem.fire.Told;
import dev.idem.fire.Violation;
import dev.idem.fire.Violation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** All that clients sent and were told. Safe for all threads. */
final class Diary {

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Map<Identity, Call> open = new ConcurrentHashMap<>();
    private final Map<Identity, Integer> succeeded = new ConcurrentHashMap<>();
    private final Set<Identity> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<Violation> mistaken = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> toldByKind = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();

    /** A new logical call. */
    void begins(Call call) {
        calls.increment();
        open.put(call.identity(), call);
    }

    /** What a client was told. */
    void told(String client, Call call, Told told, boolean calm) {
        exchanges.add(new Exchange(client, call.identity(), told, calm));
        toldByKind
                .computeIfAbsent(told.getClass().getSimpleName(), kind -> new LongAdder())
                .increment();
        if (told instanceof Told.Success success
                && !success.answer().endsWith("/" + call.ask().amount())) {
            mistaken.add(
                    new Violation(Rule.OWN_ANSWER, call + " got the answer to other arguments: " + success.answer()));
        }
        if (told instanceof Told.Success) {
            succeeded.put(call.identity(), call.ask().amount());
        }
        if (told instanceof Told.Failed && call.ask().mood().equals(Ask.ERROR)) {
            errors.increment();
        }
        if (told instanceof Told.Success || told instanceof Told.Refused) {
            open.remove(call.identity());
        }
    }

    /** Whether somebody was told of the success of the very same call. */
    boolean isDone(Call call) {
        return succeeded.getOrDefault(call.identity(), 0) == call.ask().amount();
    }

    /** What was told of a call that was sent when somebody had been told of its success. */
    void toldAfterwards(Call call, Told told) {
        if (told.settles() && !(told instanceof Told.Success)) {
            mistaken.add(new Violation(Rule.ONE_ANSWER, call + " had succeeded, and then was told " + told));
        }
    }

    /** The broker said that it has a message, for the consumer whose call this is. */
    void accepted(Identity consumer) {
        calls.increment();
        accepted.add(consumer);
    }

    /** Calls that nobody was told the end of. */
    List<Call> open() {
        return List.copyOf(open.values());
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    Set<Identity> accepted() {
        return Set.copyOf(accepted);
    }

    List<Violation> mistaken() {
        return List.copyOf(mistaken);
    }

    long calls() {
        return calls.sum();
    }

    /** How many calls failed by an {@link Error}. */
    int errors() {
        return errors.intValue();
    }

    Map<String, LongAdder> toldByKind() {
        return toldByKind;
    }
}
