package dev.idem.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The acceptance checks of an operators' console, numbered from 1 to 68, and that tests of some module say that they show each:
 * as "console check 27" or "console checks 27, 34 and 42" in a display name or a comment.
 */
class ConsoleCheckCoverageTest {

    private static final int LAST = 68;

    /** What no test can show, and why. */
    private static final Map<Integer, String> NOT_APPLICABLE = Map.of(
            33,
            "a parked call whose key has expired: the protection of a parked call never ends, however old it is, and the"
                    + " purge leaves it; an expired record is done, and offers no replay",
            57,
            "a second person approves: there are no approvals yet");

    private static final Pattern CHECKS = Pattern.compile("checks? ([0-9]+(?:(?:, | and |, and )[0-9]+)*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Test
    void everyCheckIsShownByATest() {
        Set<Integer> shown = new TreeSet<>(NOT_APPLICABLE.keySet());
        sources()
                .flatMap(source -> CHECKS.matcher(source).results())
                .flatMap(found -> NUMBER.matcher(found.group(1)).results())
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .forEach(shown::add);

        assertThat(IntStream.rangeClosed(1, LAST).boxed().filter(check -> !shown.contains(check)))
                .as("checks that no test names")
                .isEmpty();
    }

    @Test
    void listsOfChecksAreRead() {
        Matcher list = CHECKS.matcher("console checks 27, 34 and 42: each coupon once");

        assertThat(list.find()).isTrue();
        assertThat(NUMBER.matcher(list.group(1)).results().map(MatchResult::group))
                .containsExactly("27", "34", "42");
    }

    private static Stream<String> sources() {
        return Stream.of("idem-admin-web", "idem-interceptor", "idem-demo-war")
                .map(module -> Path.of("..", module, "src", "test", "java"))
                .flatMap(ConsoleCheckCoverageTest::files)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("ConsoleCheckCoverageTest.java"))
                .map(ConsoleCheckCoverageTest::read);
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
