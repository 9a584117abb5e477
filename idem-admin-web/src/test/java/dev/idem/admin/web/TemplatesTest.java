package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every template. */
class TemplatesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "dev", "idem", "admin");

    @Test
    @DisplayName(
            "console check 15: templates write data as text only, and bring neither inline script nor inline style")
    void templatesWriteTextOnly() {
        List<Path> templates = templates();

        assertThat(templates).hasSizeGreaterThan(7);
        for (Path template : templates) {
            assertThat(read(template))
                    .as("%s", template)
                    .startsWith("<!DOCTYPE html>")
                    .doesNotContain("th:utext")
                    .doesNotContain("[[")
                    .doesNotContain("[(")
                    .doesNotContain("__${")
                    .doesNotContain("<script>")
                    .doesNotContain("<script src")
                    .doesNotContain("style=\"")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    @DisplayName("console check 13: the one script is a file of ours, and evaluates nothing")
    void oneScriptIsOurs() {
        assertThat(templates().stream().filter(template -> read(template).contains("<script")))
                .singleElement()
                .satisfies(layout -> assertThat(read(layout))
                        .containsOnlyOnce("<script defer th:src=\"@{/assets/htmx.min.js}\"></script>")
                        .contains("\"allowEval\":false")
                        .contains("\"includeIndicatorStyles\":false")
                        .contains("\"selfRequestsOnly\":true"));
    }

    @Test
    @DisplayName("console check 10: every form that posts carries the session's token")
    void everyPostCarriesTheToken() {
        for (Path template : templates()) {
            String text = read(template);
            long posts = text.split("method=\"post\"", -1).length - 1L;
            long tokens = text.split("name=\"_csrf\" th:value=\"\\$\\{frame.token\\(\\)}\"", -1).length - 1L;
            assertThat(tokens).as("%s", template).isEqualTo(posts);
        }
    }

    @Test
    void frameShowsHostileTextsAsTexts() {
        String page = Rendering.of(
                "web/error.html", "error", new ErrorServlet.ErrorPage(404, Seed.HOSTILE, Seed.HOSTILE), Seed.HOSTILE);

        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").contains("__${8*8}__[[${9*9}]]");
        assertThat(page).doesNotContain("<img").doesNotContain("<script").doesNotContain("__64__");
    }

    @Test
    @DisplayName("console check 66: links start with the context root")
    void linksStartWithTheContextRoot() {
        String page = Rendering.of("web/error.html", "error", new ErrorServlet.ErrorPage(404, "x", "x"), "alice");

        assertThat(page).contains("href=\"/idem-admin/ui/poison\"").contains("href=\"/idem-admin/assets/console.css\"");
        assertThat(page).doesNotContainPattern("(href|action)=\"/(?!idem-admin/)");
    }

    @Test
    @DisplayName("console check 19: a count that is bounded stands beside its link, none does not")
    void navigationCounts() {
        assertThat(navigation("10,000+")).contains(">10,000+<");
        assertThat(navigation("7")).contains(">7<");
        assertThat(navigation("0")).doesNotContain("class=\"count\"");
        assertThat(navigation("")).doesNotContain("class=\"count\"");
    }

    private static String navigation(String count) {
        Frame.Link link = new Frame.Link("/poison", "Poison", count, true);
        Frame frame =
                new Frame("alice", "viewer", "token", List.of(link), "", "1.0", Theme.SYSTEM, Locale.ENGLISH, "now");
        return new Templates("")
                .render(
                        "web/error.html",
                        Locale.ENGLISH,
                        Map.of("frame", frame, "error", new ErrorServlet.ErrorPage(404, "x", "x")));
    }

    @Test
    void strangersSeeNoNavigation() {
        String page = new Templates("")
                .render(
                        "web/error.html",
                        Locale.ENGLISH,
                        Map.of(
                                "frame",
                                new Frame("", "", "", List.of(), "", "1.0", Theme.SYSTEM, Locale.ENGLISH, "now"),
                                "error",
                                new ErrorServlet.ErrorPage(401, "x", "x")));

        assertThat(page).contains("/ui/login").doesNotContain("<nav").doesNotContain("Log out");
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
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
