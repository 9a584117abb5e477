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
        Map<Identity, Integer> allowances) {

    public History {
        exchanges = List.copyOf(exchanges);
        effects = List.copyOf(effects);
        states = Map.copyOf(states);
        allowances = Map.copyOf(allowances);
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
