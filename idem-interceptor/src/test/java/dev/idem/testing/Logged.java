package dev.idem.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a class logs while this is open, of every level, and printed nowhere. */
public final class Logged implements AutoCloseable {

    private final List<LogRecord> told = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level level;
    private final boolean printed;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Logged(Logger logger) {
        this.logger = logger;
        level = logger.getLevel();
        printed = logger.getUseParentHandlers();
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** Listens to the logger of a class. */
    public static Logged of(Class<?> type) {
        return new Logged(Logger.getLogger(type.getName()));
    }

    /** The messages of one level, parameters filled in. */
    public List<String> at(Level level) {
        return told.stream()
                .filter(entry -> entry.getLevel().equals(level))
                .map(entry -> entry.getParameters() == null
                        ? entry.getMessage()
                        : MessageFormat.format(entry.getMessage(), entry.getParameters()))
                .toList();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(printed);
        logger.setLevel(level);
    }
}
