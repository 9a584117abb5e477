package dev.idem.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What failures by the same cause have in common. Immutable.
 *
 * @param type the exception's class name
 * @param message its message, where {@value #ANY} stands for each word with a digit, an at sign or quotes: an id, a number,
 *     somebody's name
 * @param frame the first frame of the application in its trace, as class and method, at most 255 characters; "" if none is
 *     there
 */
public record CausePattern(String type, String message, String frame) {

    /** Stands for what differs from call to call. */
    static final String ANY = "#";

    private static final int LONGEST_FRAME = 255;
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern DIFFERENT = Pattern.compile("[^\\s\\[\\](){}<>,;:=]*[0-9@][^\\s\\[\\](){}<>,;:=]*");
    private static final String FRAME = "\tat ";

    /** Of the platform and the server: where they fail says nothing about why. */
    private static final List<String> FOREIGN = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.hibernate.",
            "org.eclipse.",
            "org.glassfish.",
            "org.jboss.",
            "org.apache.",
            "fish.payara.",
            "com.ibm.",
            "io.openliberty.",
            "org.h2.",
            "org.postgresql.",
            "org.mariadb.");

    /** Of a failure. */
    public static CausePattern of(FailureCause cause) {
        return new CausePattern(cause.type(), withoutNames(cause.message()), frame(cause.trace()));
    }

    /** The digest by which attempts are grouped. */
    public Digest hash() {
        return Digest.ofTexts(type, message, frame);
    }

    private static String withoutNames(String message) {
        return DIFFERENT.matcher(QUOTED.matcher(message).replaceAll(ANY)).replaceAll(ANY);
    }

    private static String frame(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(FRAME))
                .map(CausePattern::method)
                .filter(CausePattern::isOfTheApplication)
                .findFirst()
                .map(method -> method.length() <= LONGEST_FRAME ? method : method.substring(0, LONGEST_FRAME))
                .orElse("");
    }

    /** Without module, class loader, file and line, which a new build changes. */
    private static String method(String line) {
        int end = line.indexOf('(');
        String whole = line.substring(FRAME.length(), end < 0 ? line.length() : end);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** Proxies are made by the server. */
    private static boolean isOfTheApplication(String method) {
        return !method.contains("$Proxy")
                && !method.contains("$$")
                && FOREIGN.stream().noneMatch(method::startsWith);
    }
}
