package dev.idem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md shows code that compiles, links to files that are there, and stays short. */
class ReadmeTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path SNIPPETS = Path.of("src/test/java/dev/idem/readme");
    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED =
            Pattern.compile("^ *// snippet\n(.*?)^ *// end$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    private final String readme = read(PROJECT.resolve("README.md"));

    @Test
    void everySnippetIsCutFromCompiledCode() throws IOException {
        assertThat(groups(SHOWN, readme).map(ReadmeTest::asShown)).containsExactlyInAnyOrderElementsOf(compiled());
    }

    @Test
    void everyLinkIntoTheProjectHasItsTarget() {
        assertThat(groups(LINK, readme)).isNotEmpty().allSatisfy(link -> assertThat(PROJECT.resolve(link))
                .exists());
    }

    @Test
    void theDependencyHasTheVersionOfTheBuildAndStandsOnce() {
        String version = groups(Pattern.compile("<version>(.*?)</version>"), read(PROJECT.resolve("pom.xml")))
                .findFirst()
                .orElseThrow();

        assertThat(readme).containsOnlyOnce(version);
    }

    @Test
    void itFitsInTwoHundredAndFiftyLines() {
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(250);
    }

    private static List<String> compiled() throws IOException {
        try (Stream<Path> files = Files.list(SNIPPETS)) {
            return files.flatMap(file -> groups(COMPILED, read(file)))
                    .map(ReadmeTest::asShown)
                    .toList();
        }
    }

    private static String asShown(String code) {
        return code.stripTrailing().stripIndent();
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
