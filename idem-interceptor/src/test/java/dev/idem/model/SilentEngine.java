package dev.idem.model;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the engine log nothing: what goes wrong here is meant to. */
final class SilentEngine implements BeforeAllCallback, AfterAllCallback {

    private static final Logger ENGINE = Logger.getLogger("dev.idem.engine");

    private @Nullable Level level;

    @Override
    public void beforeAll(ExtensionContext context) {
        level = ENGINE.getLevel();
        ENGINE.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ENGINE.setLevel(level);
    }
}
