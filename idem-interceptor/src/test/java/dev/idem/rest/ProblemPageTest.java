package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PROBLEMS.md holds every problem type as it is, under an anchor of its name, and no other. */
class ProblemPageTest {

    private static final String PREFIX = "urn:idem:problem:";

    @Test
    void tableHoldsEveryTypeAsItIs() throws IOException {
        List<String> rows = page().stream()
                .filter(line -> line.startsWith("| `urn:"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(Problem.values())
                                        .map(problem -> row(problem.type(), problem.status(), problem.title()) + " `"
                                                + problem.exception().getSimpleName() + "` |"),
                                Arrays.stream(TokenProblem.values())
                                        .map(problem -> row(problem.type(), problem.status(), problem.title()) + " |"))
                        .toList());
    }

    @Test
    void everyTypeIsExplainedUnderItsName() throws IOException {
        List<String> headings = page().stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(types().map(ProblemPageTest::name).toList());
    }

    @Test
    void everyRowLeadsToItsExplanation() throws IOException {
        List<String> rows =
                page().stream().filter(line -> line.startsWith("| `urn:")).toList();

        assertThat(types().filter(type -> rows.stream()
                        .noneMatch(row -> row.contains("`" + type + "`") && row.contains("(#" + name(type) + ")"))))
                .isEmpty();
    }

    @Test
    void linkLeadsToTheAnchor() {
        ProblemPage page = new ProblemPage(Optional.of("https://shop.example/problems"));

        assertThat(page.link(Problem.KEY_REUSED.type()))
                .contains("<https://shop.example/problems#key-reused>; rel=\"describedby\"");
        assertThat(page.link("about:blank")).isEmpty();
        assertThat(new ProblemPage(Optional.empty()).link(Problem.KEY_REUSED.type()))
                .isEmpty();
    }

    private static Stream<String> types() {
        return Stream.concat(
                Arrays.stream(Problem.values()).map(Problem::type),
                Arrays.stream(TokenProblem.values()).map(TokenProblem::type));
    }

    private static String name(String type) {
        return type.substring(PREFIX.length());
    }

    private static String row(String type, int status, String title) {
        return "| `%s` | %d | %s |".formatted(type, status, title);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("PROBLEMS.md"));
    }
}
