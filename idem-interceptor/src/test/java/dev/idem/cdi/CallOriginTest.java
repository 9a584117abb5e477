package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Caller;
import dev.idem.engine.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallOriginTest {

    @Test
    void whatCameByHttpIsNoMessage() {
        assertThat(origin(new Caller.Authenticated("alice"), true).source()).isEqualTo(Origin.Source.HTTP);
        assertThat(origin(new Caller.Anonymous(), false).source()).isEqualTo(Origin.Source.HTTP);
        assertThat(origin(new Caller.Internal(), true).source()).isEqualTo(Origin.Source.MESSAGE);
        assertThat(origin(new Caller.Internal(), false).source()).isEqualTo(Origin.Source.INTERNAL);
    }

    @Test
    void onlyAnAuthenticatedCallerHasAName() {
        assertThat(origin(new Caller.Authenticated("alice"), false).caller()).contains("alice");
        assertThat(origin(new Caller.Anonymous(), false).caller()).isEmpty();
    }

    private static Origin origin(Caller caller, boolean message) {
        return new CallOrigin(caller, message, () -> Optional.of("ID:1"), () -> Optional.of("trace"), Optional::empty);
    }
}
