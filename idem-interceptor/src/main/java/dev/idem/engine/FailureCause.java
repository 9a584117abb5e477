package dev.idem.engine;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A throwable in bounded size.
 *
 * @param type its class name, at most 255 characters
 * @param message its message, at most 1,000 characters, "" for none
 * @param trace its stack trace with causes, at most 16,000 characters
 */
public record FailureCause(String type, String message, String trace) {

    private static final int TYPE = 255;
    private static final int MESSAGE = 1_000;
    private static final int TRACE = 16_000;

    public static FailureCause of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String message = failure.getMessage();
        return new FailureCause(
                cut(failure.getClass().getName(), TYPE),
                cut(message == null ? "" : message, MESSAGE),
                cut(trace.toString(), TRACE));
    }

    /** Cuts to a length that fits its column; NUL characters, which PostgreSQL cannot store, become spaces. */
    private static String cut(String text, int length) {
        String storable = text.replace('\0', ' ');
        return storable.length() <= length ? storable : storable.substring(0, length - 1) + "…";
    }
}
