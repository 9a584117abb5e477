package dev.idem.inspect;

/**
 * Names a group of calls that failed by the same cause. Immutable, for all threads.
 *
 * @param application the application
 * @param operation the operation
 * @param cause 64 hexadecimal digits, or {@link CauseGroup#NONE}
 */
public record CauseId(String application, String operation, String cause) {

    private static final int LONGEST_APPLICATION = 128;
    private static final int LONGEST_OPERATION = 255;

    /**
     * Checks them.
     *
     * @param application the application
     * @param operation the operation
     * @param cause 64 hexadecimal digits, or {@link CauseGroup#NONE}
     * @throws IllegalArgumentException if a name is blank or too long, or the cause is none
     */
    public CauseId {
        check(application, LONGEST_APPLICATION, "application");
        check(operation, LONGEST_OPERATION, "operation");
        CauseGroup.checkCause(cause);
    }

    private static void check(String name, int longest, String what) {
        if (name.isBlank() || name.length() > longest) {
            throw new IllegalArgumentException("`" + what + "` has 1 to " + longest + " characters");
        }
    }
}
