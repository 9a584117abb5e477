package dev.idem.admin.api;

import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.KeyState;
import java.time.Instant;

/** A call that an edit made of a record, under a key of its own. */
public record DerivedView(String record, String key, KeyState state, Instant created) {

    static DerivedView of(DerivedCall call) {
        return new DerivedView(call.record().hex(), call.key(), call.state(), call.createdAt());
    }
}
