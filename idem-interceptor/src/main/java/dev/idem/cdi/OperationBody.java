package dev.idem.cdi;

import dev.idem.engine.Body;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A body that remembers how far it came. For one call. */
final class OperationBody implements Body {

    private final BooleanSupplier skip;
    private final Body method;
    private boolean ran;
    private boolean reached;

    /**
     * Creates the body.
     *
     * @param skip tells that the effect is there already
     * @param method has the effect
     */
    OperationBody(BooleanSupplier skip, Body method) {
        this.skip = skip;
        this.method = method;
    }

    @Override
    public @Nullable Object run() throws Exception {
        ran = true;
        if (skip.getAsBoolean()) {
            return null;
        }
        reached = true;
        return method.run();
    }

    @Override
    public boolean reached() {
        return reached;
    }

    boolean ran() {
        return ran;
    }

    /** This body, run inside something. */
    Body within(Body outer) {
        return new Body() {
            @Override
            public @Nullable Object run() throws Exception {
                return outer.run();
            }

            @Override
            public boolean reached() {
                return reached;
            }
        };
    }
}
