package dev.idem.replay;

/** A throwable in one line, for operators. */
final class Failure {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 30;

    private Failure() {}

    static String text(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String text = one(failure) + (root == failure ? "" : "; caused by " + one(root));
        return cut(text);
    }

    private static String one(Throwable failure) {
        return failure.getClass().getName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }

    static String cut(String text) {
        String storable = text.replace('\0', ' ');
        return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST - 1) + "…";
    }
}
