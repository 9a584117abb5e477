package dev.idem.model;

import dev.idem.engine.Digest;
import dev.idem.fire.Exchange;
import dev.idem.fire.History;
import dev.idem.fire.Identity;
import dev.idem.model.World.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who calls what, and what may go wrong.
 *
 * @param name for people
 * @param players who calls
 * @param trouble what may go wrong
 * @param wiring how the engine is wired
 * @param keys the calls, by the digest of their records
 * @param idempotentFarEnd whether an effect outside may happen again and again
 */
record Setting(
        String name,
        List<Player> players,
        Trouble trouble,
        Wiring wiring,
        Map<Digest, Identity> keys,
        boolean idempotentFarEnd) {

    Setting with(Trouble other) {
        return new Setting(name, players, other, wiring, keys, idempotentFarEnd);
    }

    Setting wired(Wiring other) {
        return new Setting(name, players, trouble, other, keys, idempotentFarEnd);
    }

    World world() {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            positions.add(Position.first(new Position.Caller(i, players.get(i), wiring)));
        }
        return new World(new Tables(), List.copyOf(positions), trouble);
    }

    @Override
    public String toString() {
        return name + ", " + trouble;
    }

    /** What a world comes to that has come to its end. */
    History history(World end) {
        List<Exchange> exchanges = new ArrayList<>();
        Set<Identity> listed = new HashSet<>();
        Set<Identity> replayed = new HashSet<>();
        Map<Identity, Integer> allowances = new HashMap<>();
        keys.values().forEach(id -> allowances.put(id, idempotentFarEnd ? Integer.MAX_VALUE : 1));
        for (Position position : end.positions()) {
            Diary diary = position.here().diary();
            exchanges.addAll(diary.exchanges);
            listed.addAll(diary.listed);
            replayed.addAll(diary.replayed);
            if (!idempotentFarEnd) {
                diary.decisions.forEach((id, more) -> allowances.merge(id, more, Integer::sum));
            }
        }
        Map<Identity, String> states = new HashMap<>();
        end.tables().rows().forEach((key, row) -> {
            Identity id = keys.getOrDefault(key, new Identity("?", "", key.hex()));
            states.put(id, row.state().name());
            if (row.state().name().equals("POISON")) {
                listed.add(id);
            }
        });
        return new History(
                exchanges, end.tables().effects(), new History.Operators(listed, replayed), states, allowances);
    }
}
