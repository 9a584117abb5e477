package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.idem.admin.testing.Chromium;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The console in a real browser. Screenshots of every page are in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserFixture extends ConsoleFixture {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final double LONGEST_WAIT = 10_000;

    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    BrowserFixture(Console console) {
        super(console);
    }

    @BeforeAll
    final void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    final void stopBrowser() {
        chromium.close();
    }

    final BrowserContext context(ColorScheme scheme, int width) {
        return timed(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
    }

    final BrowserContext timed(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.setDefaultTimeout(LONGEST_WAIT);
        return context;
    }

    static void login(Page page, String user, String password) {
        page.locator("#user").fill(user);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator("header .name").count())
                .as("logged in")
                .isEqualTo(password.equals(Seed.PASSWORD) ? 1 : 0);
    }

    static void become(Page page, String user) {
        page.locator("text=Log out").click();
        page.waitForURL("**/ui/login?out=1");
        login(page, user, Seed.PASSWORD);
    }

    static void check(Page page, String name, List<String> found) {
        check(page, name, ColorScheme.LIGHT, new AxeBuilder(page).withTags(AXE_TAGS), found);
        // the same elements in other colours
        check(page, name, ColorScheme.DARK, new AxeBuilder(page).withRules(List.of("color-contrast")), found);
    }

    private static void check(Page page, String name, ColorScheme scheme, AxeBuilder axe, List<String> found) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        Chromium.picture(page, SCREENSHOTS.resolve(file));
        for (Rule rule : axe.setLegacyMode(true).analyze().getViolations()) {
            found.add(file + ": " + rule.getId() + " " + rule.getNodes());
        }
    }
}
