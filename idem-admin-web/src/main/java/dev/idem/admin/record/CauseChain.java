package dev.idem.admin.record;

import java.util.List;

/** Finds the chain of causes in a stack trace as the JDK prints it: the first line and each "Caused by:". */
final class CauseChain {

    private static final String CAUSED_BY = "Caused by: ";
    private static final int LONGEST = 20;

    private CauseChain() {}

    static List<String> of(String trace) {
        List<String> lines = trace.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(CAUSED_BY) || line.equals(lines.get(0)))
                .map(line -> line.startsWith(CAUSED_BY) ? line.substring(CAUSED_BY.length()) : line)
                .limit(LONGEST)
                .toList();
    }
}
