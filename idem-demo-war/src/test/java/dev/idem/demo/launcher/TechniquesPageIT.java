package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of techniques in a real browser. Screenshots are in {@code target/screenshots}. */
@ExtendWith(OneDemo.class)
class TechniquesPageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "idem", "demo");
    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final int CALLS = 5;

    /** Without Idem: how often the body ran, and what came of it. */
    private static final Map<String, Counters> WITHOUT = Map.ofEntries(
            Map.entry("token", new Counters(CALLS, CALLS, 5)),
            Map.entry("unique-key", new Counters(CALLS, CALLS, 1)),
            Map.entry("natural", new Counters(CALLS, CALLS, 1)),
            Map.entry("optimistic", new Counters(CALLS, CALLS, 1)),
            Map.entry("pessimistic", new Counters(CALLS, CALLS, 5)),
            Map.entry("state-machine", new Counters(CALLS, CALLS, 1)),
            Map.entry("record-and-check", new Counters(CALLS, CALLS, 5)),
            Map.entry("judgement", new Counters(CALLS, CALLS, 6)),
            Map.entry("dedup-table", new Counters(CALLS, CALLS, 4)),
            Map.entry("lock", new Counters(CALLS, CALLS, 5)),
            Map.entry("guarded-copy", new Counters(CALLS, CALLS, 1)));

    /** With it there is one run and one effect, but for these. */
    private static final Map<String, Counters> WITH = Map.of(
            "judgement", new Counters(CALLS, 0, 1),
            "dedup-table", new Counters(CALLS, 2, 1),
            "guarded-copy", new Counters(CALLS, 3, 1));

    private final DemoSystem system;

    TechniquesPageIT(DemoSystem system) {
        this.system = system;
    }

    @Test
    void everyButtonShowsOneEffectWithIdemAndWhatHappensWithoutIt() {
        List<String> found = new ArrayList<>();
        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            page.onConsoleMessage(message -> found.add(message.type() + ": " + message.text()));
            page.navigate(address().toString());
            check(page, "techniques-untried", found);

            List<String> ids = page.locator("section:has(form)").all().stream()
                    .map(section -> section.getAttribute("id"))
                    .toList();
            assertThat(ids).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
            ids.forEach(id -> assertTried(page, id));
            page.locator("details").all().forEach(TechniquesPageIT::assertCodeIsInItsSource);
            check(page, "techniques", found);
            assertNarrow(page);
            assertRecordIsInTheConsole(page);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everythingIsTriedByKeyboardAlone() {
        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            page.navigate(address().toString());
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Try all techniques");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("techniques-focus.png")));

            page.keyboard().press("Enter");
            page.waitForURL("**/#all");

            assertThat(page.locator(".with .effects").allTextContents())
                    .hasSize(10)
                    .containsOnly("1");
        }
    }

    private void assertTried(Page page, String id) {
        page.locator("#" + id + " button").click();
        page.waitForURL("**/#" + id);

        assertThat(counters(page, id, "without")).as(id + " without Idem").isEqualTo(WITHOUT.get(id));
        if (id.equals("natural")) {
            assertThat(page.locator("#natural .with").textContent()).contains("not needed");
            return;
        }
        assertThat(counters(page, id, "with"))
                .as(id + " with Idem")
                .isEqualTo(WITH.getOrDefault(id, new Counters(CALLS, 1, 1)));
    }

    /** Opens it, and looks for each of its lines in the file that it names. */
    private static void assertCodeIsInItsSource(Locator details) {
        details.locator("summary").click();
        Path source = SOURCES.resolve(details.locator("p code").textContent());
        assertThat(details.locator("pre").textContent().lines().map(String::strip))
                .filteredOn(line -> !line.equals("…"))
                .isNotEmpty()
                .isSubsetOf(lines(source));
    }

    private static List<String> lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Counters counters(Page page, String id, String half) {
        Locator row = page.locator("#" + id + " tr." + half);
        return new Counters(number(row, "deliveries"), number(row, "runs"), number(row, "effects"));
    }

    private static int number(Locator row, String name) {
        return Integer.parseInt(row.locator("." + name).textContent().strip());
    }

    /** Somebody who is not logged in is asked to, and led to the record. */
    private void assertRecordIsInTheConsole(Page page) {
        String link = page.locator("#record-and-check .record").getAttribute("href");
        assertThat(link).startsWith("/idem-admin/ui/search?q=").endsWith("-with");
        page.navigate(address().resolve(link).toString());
        assertThat(page.locator("#password").count()).isEqualTo(1);
    }

    private static void assertNarrow(Page page) {
        page.setViewportSize(320, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("techniques-narrow.png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(320);
        page.setViewportSize(1280, 800);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    private static void check(Page page, String name, List<String> found) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(file))
                    .setFullPage(true));
            for (Rule rule : new AxeBuilder(page)
                    .withTags(AXE_TAGS)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()) {
                found.add(file + ": " + rule.getId() + " " + rule.getNodes());
            }
        }
    }

    private URI address() {
        return system.client().page();
    }

    /** What a half of a trial shows. */
    private record Counters(int deliveries, int runs, int effects) {}
}
