package dev.idem.cdi;

import dev.idem.engine.Body;
import org.jspecify.annotations.Nullable;

/** A body that remembers whether it ran. For one call. */
final class OperationBody implements Body {

    private final Body body;
    private boolean ran;

    OperationBody(Body body) {
        this.body = body;
    }

    @Override
    public @Nullable Object run() throws Exception {
        ran = true;
        return body.run();
    }

    boolean ran() {
        return ran;
    }
}
