package dev.idem.admin.record;

import dev.idem.admin.web.Relatives;
import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import java.util.List;

/**
 * Which call a record was made of by an edit, and which were made of it.
 *
 * @param origin the call it was made of; none if it came by itself
 * @param made the calls made of it, the last first
 */
public record Kin(List<Relative> origin, List<Relative> made) {

    static Kin of(Relatives relatives) {
        return new Kin(
                relatives.itself().stream()
                        .map(call -> relative(call.origin(), call.originKey(), call.originState()))
                        .toList(),
                relatives.made().stream()
                        .map(call -> relative(call.record(), call.key(), call.state()))
                        .toList());
    }

    private static Relative relative(RecordId record, String key, KeyState state) {
        StateBadge badge = StateBadge.of(state);
        return new Relative(record.hex(), key, badge.label(), badge.style());
    }

    /** Whether there is any. */
    public boolean isEmpty() {
        return origin.isEmpty() && made.isEmpty();
    }

    /**
     * Another call.
     *
     * @param id its record
     * @param key its key
     * @param state its state in words
     * @param style the badge's class
     */
    public record Relative(String id, String key, String state, String style) {}
}
