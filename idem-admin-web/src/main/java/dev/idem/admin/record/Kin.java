package dev.idem.admin.record;

import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.DerivedCall;
import java.util.List;
import java.util.Optional;

/**
 * Which call a record was made of by an edit, and which were made of it.
 *
 * @param origin the call it was made of; none if it came by itself
 * @param made the calls made of it, the last first
 */
public record Kin(List<Relative> origin, List<Relative> made) {

    static Kin of(Optional<DerivedCall> itself, List<DerivedCall> made) {
        return new Kin(
                itself.stream()
                        .map(call -> new Relative(call.origin().hex(), call.originKey(), "", ""))
                        .toList(),
                made.stream().map(Kin::relative).toList());
    }

    private static Relative relative(DerivedCall call) {
        StateBadge badge = StateBadge.of(call.state());
        return new Relative(call.record().hex(), call.key(), badge.label(), badge.style());
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
     * @param state its state in words, "" if that does not matter
     * @param style the badge's class
     */
    public record Relative(String id, String key, String state, String style) {}
}
