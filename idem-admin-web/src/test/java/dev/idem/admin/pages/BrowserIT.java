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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console in a real browser. Screenshots of every page are in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT extends ConsoleFixture {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    /** Sees every page. */
    private static final String SEES_ALL = "night-shift";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final double LONGEST_WAIT = 10_000;

    private Chromium chromium;
    private String id = "";
    private String done = "";
    private String hostile = "";
    private String waiting = "";
    private String request = "";
    private String token = "";
    private String usedToken = "";

    @SuppressWarnings("NullAway.Init")
    BrowserIT(Console console) {
        super(console);
    }

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        seed.user(SEES_ALL, "OPERATOR,AUDITOR");
        seed.operation("coupons.grant");
        id = seed.record(
                OPERATION,
                "",
                "PAY-2026-000417",
                "POISON",
                200,
                "[{\"serialNo\":\"PAY-2026-000417\",\"orderId\":\"ORD-88123\",\"amount\":129.90,\"lines\":[{\"sku\":\"A-1\",\"quantity\":2},{\"sku\":\"B-7\",\"quantity\":1}]}]");
        for (int i = 0; i < 4; i++) {
            seed.attempt(id, OPERATION, "com.acme.bank.BankUnavailableException", "no answer within 2 s from settle");
        }
        seed.attempt(id, OPERATION, "java.lang.IllegalStateException", "the order is not open");
        seed.record("coupons.grant", "ORD-88101", "OUTCOME_UNKNOWN", 3);
        seed.record("coupons.grant", "ORD-88102", "POISON", 3000);
        seed.record("coupons.grant", "ORD-88103", "DISMISSED", 30);
        done = seed.record(OPERATION, "PAY-2026-000416", "COMPLETED", 9);
        for (int i = 0; i < 30; i++) {
            seed.record(OPERATION, "PAY-2026-0005" + i, i % 7 == 0 ? "FAILED" : "COMPLETED", 10 + i * 7);
        }
        waiting = seed.record("coupons.grant", "ORD-88104", "POISON", 40);
        request = seed.replay(waiting, "coupons.grant");
        token = seed.token("coupons.grant", "checkout", "alice@example.com", 4);
        usedToken = seed.token("coupons.grant", "checkout", "alice@example.com", 30);
        seed.used(usedToken, "coupons.grant");
        seed.token("coupons.grant", "transfer", "", 90);
        hostile = seed.record(
                "hostile.operation",
                "",
                Seed.HOSTILE,
                "POISON",
                90,
                "[\"" + Seed.HOSTILE.replace("\"", "\\\"") + "\"]");
        seed.attempt(hostile, "hostile.operation", "com.acme.Evil", Seed.HOSTILE + "x".repeat(300));
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("dashboard", "/ui/dashboard");
        pages.put("poison", "/ui/poison");
        pages.put("groups", "/ui/poison/groups");
        pages.put("group-empty", "/ui/poison?cause=" + "0".repeat(64));
        pages.put("keys", "/ui/keys");
        pages.put("keys-filtered", "/ui/keys?operation=" + OPERATION + "&state=FAILED");
        pages.put("keys-empty", "/ui/keys?operation=none.such&state=POISON");
        pages.put("record", "/ui/keys/" + id);
        pages.put("record-hostile", "/ui/keys/" + hostile);
        pages.put("replay", "/ui/keys/" + id + "/replay");
        pages.put("dismiss", "/ui/keys/" + id + "/dismiss");
        pages.put("dry-run", "/ui/keys/" + id + "/dry-run");
        pages.put("record-waiting", "/ui/keys/" + waiting);
        pages.put("cancel", "/ui/keys/" + waiting + "/cancel?request=" + request);
        pages.put("forbidden", "/ui/keys/" + id + "/confirm");
        pages.put("search", "/ui/search?q=PAY-2026-000417");
        pages.put("search-empty", "/ui/search?q=nothing-has-this-key");
        pages.put("search-tokens", "/ui/search?q=alice%40example.com");
        pages.put("tokens", "/ui/tokens");
        pages.put("tokens-empty", "/ui/tokens?purpose=none.such&state=GOOD");
        pages.put("token", "/ui/tokens/" + token);
        pages.put("token-used", "/ui/tokens/" + usedToken);
        pages.put("audit", "/ui/audit");
        pages.put("audit-empty", "/ui/audit?actor=nobody-of-this-name&outcome=DENIED");
        pages.put("audit-chain", "/ui/audit/verification");
        pages.put("password", "/ui/password");
        pages.put("not-found", "/ui/nothing");
        return pages;
    }

    /** What only an administrator sees. */
    private Map<String, String> adminPages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("edit", "/ui/keys/" + id + "/edit");
        pages.put("extend", "/ui/keys/" + done + "/extend");
        pages.put("release", "/ui/keys/" + id + "/release");
        pages.put("revoke", "/ui/tokens/" + token + "/revoke");
        pages.put("revoke-all", "/ui/tokens/" + token + "/revoke-all");
        return pages;
    }

    @Test
    @DisplayName(
            "console checks 13 and 60: every page passes axe for WCAG 2.2 AA, in both schemes, and breaks no policy")
    void everyPageIsAccessible() {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> found.add(message.type() + ": " + message.text()));
            page.navigate(server.uri("/ui/poison").toString());
            check(page, "login", found);
            login(page, "operator", "wrong");
            check(page, "login-refused", found);
            login(page, SEES_ALL, Seed.PASSWORD);
            pages().forEach((name, path) -> {
                page.navigate(server.uri(path).toString());
                check(page, name, found);
            });
            page.navigate(server.uri("/ui/keys/" + id).toString());
            for (int i = 0; i < 2; i++) {
                page.locator("details").nth(i).locator("summary").click();
            }
            check(page, "record-open", found);
            become(page, "boss");
            adminPages().forEach((name, path) -> {
                page.navigate(server.uri(path).toString());
                check(page, name, found);
            });
        }
        found.removeIf(each -> each.contains("the server responded with a status of"));
        assertThat(found).isEmpty();
    }

    private static void check(Page page, String name, List<String> found) {
        check(page, name, ColorScheme.LIGHT, new AxeBuilder(page).withTags(AXE_TAGS), found);
        // the same elements in other colours
        check(page, name, ColorScheme.DARK, new AxeBuilder(page).withRules(List.of("color-contrast")), found);
    }

    private static void check(Page page, String name, ColorScheme scheme, AxeBuilder axe, List<String> found) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(true));
        for (Rule rule : axe.setLegacyMode(true).analyze().getViolations()) {
            found.add(file + ": " + rule.getId() + " " + rule.getNodes());
        }
    }

    @Test
    @DisplayName("console check 63: at 320 pixels nothing but tables and code scrolls sideways")
    void narrowPagesDoNotScrollSideways() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 320)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/login").toString());
            assertThat(width(page)).as("login").isLessThanOrEqualTo(320);
            login(page, SEES_ALL, Seed.PASSWORD);
            pages().forEach((name, path) -> assertNarrow(page, name, path));
            become(page, "boss");
            adminPages().forEach((name, path) -> assertNarrow(page, name, path));
        }
    }

    private void assertNarrow(Page page, String name, String path) {
        page.navigate(server.uri(path).toString());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-narrow.png"))
                .setFullPage(true));
        assertThat(width(page)).as(name).isLessThanOrEqualTo(320);
    }

    private static int width(Page page) {
        return (Integer) page.evaluate("document.scrollingElement.scrollWidth");
    }

    @Test
    @DisplayName("console check 61: with the keyboard alone: log in, find the call, replay it, read the result")
    void keyboardIsEnough() {
        String parked = seed.record(OPERATION, "PAY-KEYBOARD", "POISON", 1);
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/keys/" + parked).toString());
            tabTo(page, "#user");
            page.keyboard().type("operator");
            page.keyboard().press("Tab");
            page.keyboard().type(Seed.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/ui/keys/" + parked);

            tabTo(page, "a.button.main");
            assertThat(outline(page)).as("focus is visible").isNotEqualTo("none");
            page.keyboard().press("Enter");
            page.waitForURL("**/replay");
            tabTo(page, "#reason");
            page.keyboard().type("the bank is back");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/ui/keys/" + parked + "?request=*");

            assertThat(page.locator("[role=status]").textContent()).contains("requested — no node has taken it yet");
            assertThat(database.value("select count(*) from idem_request where key_hash = X'" + parked + "'"))
                    .isEqualTo("1");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("record-requested.png"))
                    .setFullPage(true));
        }
    }

    @Test
    @DisplayName("console check 61: the first Tab leads to a link past the navigation")
    void contentCanBeSkippedTo() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/login").toString());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    @DisplayName("console check 64: list, filter, detail, dismiss, restore, replay and cancel work without JavaScript")
    void scriptIsNotNeeded() {
        String parked = seed.record(OPERATION, "PAY-NO-SCRIPT", "POISON", 1);
        try (BrowserContext context = timed(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "operator", Seed.PASSWORD);
            page.locator("text=PAY-NO-SCRIPT").click();
            page.locator("text=Dismiss…").click();
            page.locator("#reason").fill("refunded by hand");
            page.locator("text=Dismiss this call").click();
            assertThat(state(parked)).isEqualTo("DISMISSED");
            page.locator("text=Restore…").click();
            page.locator("#reason").fill("not refunded after all");
            page.locator("text=Put it back on the list").click();
            assertThat(state(parked)).isEqualTo("POISON");
            page.locator("text=Replay…").click();
            page.locator("#reason").fill("the bank is back");
            page.locator("text=Replay this one call").click();
            page.locator("text=Cancel…").click();
            page.locator("#reason").fill("the bank is down again");
            page.locator("text=Cancel this one request").click();
            assertThat(page.content()).contains("cancelled — an operator took it back");
            page.locator("nav >> text=Keys").click();
            page.locator("#state").selectOption("POISON");
            page.locator("text=Filter").click();
            assertThat(page.locator("tbody tr >> text=PAY-NO-SCRIPT").count()).isEqualTo(1);
            page.locator("header input[name=q]").fill("PAY-NO-SCRIPT");
            page.locator("text=Find").click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("console check 60: edit, mistake, what changes and replay, each page accessible")
    void callIsEdited() {
        String parked = seed.record(OPERATION, "", "PAY-EDITED", "POISON", 1, "[{\"amount\":129.90,\"paid\":false}]");
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/keys/" + parked).toString());
            login(page, "editor", Seed.PASSWORD);
            page.locator("text=Edit & replay").click();
            page.locator("#arguments").fill("[{\"amount\":12");
            page.locator("text=See what changes").click();
            check(page, "edit-mistake", found);
            page.locator("#arguments").fill("[{\"amount\":12.90,\"paid\":false,\"note\":\"by hand\"}]");
            page.locator("text=See what changes").click();
            check(page, "edit-changes", found);
            page.locator("text=Edit further").click();
            assertThat(page.locator("#arguments").inputValue()).contains("by hand");
            page.locator("text=See what changes").click();
            page.locator("#reason").fill("the comma was wrong");
            page.locator("text=Replay this one call").click();
            assertThat(page.locator("[role=status]").textContent()).contains("replay, edited");
        }
        assertThat(found).isEmpty();
        assertThat(requests(parked)).isEqualTo(1);
    }

    @Test
    @DisplayName("console check 7: Back after logout shows nothing")
    void backAfterLogoutShowsNothing() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "operator", Seed.PASSWORD);
            page.navigate(server.uri("/ui/keys/" + id).toString());
            page.locator("text=Log out").click();
            page.waitForURL("**/ui/login?out=1");

            page.goBack();

            assertThat(page.url()).contains("/ui/login");
            assertThat(page.content()).doesNotContain("PAY-2026-000417").contains("id=\"password\"");
        }
    }

    @Test
    @DisplayName("console check 15: no script of a hostile text runs")
    void hostileTextsRunNoScript() {
        List<String> dialogs = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "operator", Seed.PASSWORD);
            for (String path : List.of(
                    "/ui/poison",
                    "/ui/poison/groups",
                    "/ui/keys",
                    "/ui/keys/" + hostile,
                    "/ui/keys/" + hostile + "/replay")) {
                page.navigate(server.uri(path).toString());
                assertThat(page.locator("main img, main script").count())
                        .as(path)
                        .isZero();
            }
            assertThat(page.locator("h1 ~ .key").textContent()).isEqualTo(Seed.HOSTILE);
        }
        assertThat(dialogs).isEmpty();
    }

    private BrowserContext context(ColorScheme scheme, int width) {
        return timed(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
    }

    private BrowserContext timed(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.setDefaultTimeout(LONGEST_WAIT);
        return context;
    }

    private static void login(Page page, String user, String password) {
        page.locator("#user").fill(user);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator("header .name").count())
                .as("logged in")
                .isEqualTo(password.equals(Seed.PASSWORD) ? 1 : 0);
    }

    private static void become(Page page, String user) {
        page.locator("text=Log out").click();
        page.waitForURL("**/ui/login?out=1");
        login(page, user, Seed.PASSWORD);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    private static String outline(Page page) {
        return (String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
    }
}
