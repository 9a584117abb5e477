package dev.idem.scenario;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.idem.scenario.mistakes.Reported;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Idem says of a deployment that it stops.
 *
 * @param mistakes their texts and remedies, by id and place such as {@code IDEM-0007 com.acme.Shop.order}
 */
record DeploymentReport(Map<String, String> mistakes) {

    private static final Pattern REPORT =
            Pattern.compile("Idem found (\\d+) mistake\\(s\\):\\R((?: +IDEM-\\d{4} .*\\R)+)");
    private static final Pattern ALONE = Pattern.compile("DeploymentException: (IDEM-\\d{4} )");

    /** The one in a server's log that has an id; the server writes each several times. */
    static DeploymentReport with(String id, String log) {
        return REPORT.matcher(log)
                .results()
                .filter(report -> report.group(2).contains(id))
                .findFirst()
                .map(report -> new DeploymentReport(lines(report)
                        .map(line -> line.split(": ", 2))
                        .collect(toMap(line -> line[0], line -> line[1]))))
                .orElseThrow(() -> new AssertionError("no report has " + id));
    }

    /** The ids of all mistakes in a server's log, be they in a report or told alone. */
    static Set<String> ids(String log) {
        return Stream.concat(
                        REPORT.matcher(log).results().flatMap(DeploymentReport::lines),
                        ALONE.matcher(log).results().map(alone -> alone.group(1)))
                .map(line -> line.substring(0, "IDEM-0000".length()))
                .collect(toSet());
    }

    /** What methods say that their mistake is. */
    static Map<String, String> promised(Collection<Class<?>> beans) {
        return beans.stream()
                .flatMap(bean -> Arrays.stream(bean.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Reported.class))
                .collect(toMap(
                        method -> method.getAnnotation(Reported.class).id() + " "
                                + method.getDeclaringClass().getName() + "." + method.getName(),
                        method -> method.getAnnotation(Reported.class).text()));
    }

    private static Stream<String> lines(MatchResult report) {
        return report.group(2)
                .lines()
                .map(line -> line.strip().replaceFirst("]]$| -- Idem found .*", ""))
                .limit(Long.parseLong(report.group(1)));
    }
}
