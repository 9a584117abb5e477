package dev.idem.fire;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that clients saw, and all that is there in the end.
 *
 * @param exchanges what clients sent and were told, those of one client in their order
 * @param effects the effects that are there
 * @param operators what operators did, and found
 * @param states the state of each record in the end, by its name
 * @param allowances how often a call may have had its effect, if more than once: a far end that is declared idempotent,
 *     or a person who decided to run what might have happened
 */
public record History(
        List<Exchange> exchanges,
        List<Effect> effects,
        Operators operators,
        Map<Identity, String> states,
        Map<Identity, Integer> allowances,
        Aftermath aftermath) {

    public History {
        exchanges = List.copyOf(exchanges);
        effects = List.copyOf(effects);
        states = Map.copyOf(states);
        allowances = Map.copyOf(allowances);
    }

    /** A history of calls alone, without messages and servers. */
    public History(
            List<Exchange> exchanges,
            List<Effect> effects,
            Operators operators,
            Map<Identity, String> states,
            Map<Identity, Integer> allowances) {
        this(exchanges, effects, operators, states, allowances, Aftermath.NONE);
    }

    /**
     * What is expected and found when all is over.
     *
     * @param deliveries the calls of consumers whose messages were promised: by a committed row of the outbox, or by the
     *     broker's word to a producer
     * @param sound the calls that fail for no reason of their own: only because database, broker or node were away
     * @param leaks what is still held although nobody works any more: connections, locks, threads
     */
    public record Aftermath(Set<Identity> deliveries, Set<Identity> sound, List<String> leaks) {

        public static final Aftermath NONE = new Aftermath(Set.of(), Set.of(), List.of());

        public Aftermath {
            deliveries = Set.copyOf(deliveries);
            sound = Set.copyOf(sound);
            leaks = List.copyOf(leaks);
        }
    }

    /**
     * What operators found and did.
     *
     * @param listed the calls that were listed as poison at any time
     * @param replayed the calls whose replay was said to have succeeded
     */
    public record Operators(Set<Identity> listed, Set<Identity> replayed) {

        public static final Operators NONE = new Operators(Set.of(), Set.of());

        public Operators {
            listed = Set.copyOf(listed);
            replayed = Set.copyOf(replayed);
        }
    }
}
