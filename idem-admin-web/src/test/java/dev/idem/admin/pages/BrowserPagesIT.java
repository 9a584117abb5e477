package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.idem.admin.testing.Chromium;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every page of the console in a real browser. */
class BrowserPagesIT extends BrowserFixture {

    /** Sees every page. */
    private static final String SEES_ALL = "night-shift";

    private static final String ORDER = """
            {"parameters":[{"name":"order","required":true,"schema":{"type":"object","required":["id","amount"],"properties":{
                "id":{"type":"integer"},"amount":{"type":"number"},"paid":{"type":"boolean"},
                "card":{"type":"string","sensitive":true},"kind":{"type":"string","enum":["CARD","CASH"]},
                "lines":{"type":"array","items":{"type":"object","properties":{
                  "sku":{"type":"string"},"quantity":{"type":"integer"}}}},
                "note":{"type":"string"}}}},{"name":"context","injected":true}],"result":{"type":"string"}}""";

    private String id = "";
    private String done = "";
    private String hostile = "";
    private String waiting = "";
    private String request = "";
    private String token = "";
    private String usedToken = "";
    private String draft = "";
    private String keysDraft = "";
    private String keysRun = "";
    private String running = "";
    private String typed = "";

    BrowserPagesIT(Console console) {
        super(console);
    }

    @BeforeAll
    void fill() {
        seed.user(SEES_ALL, "OPERATOR,AUDITOR");
        seed.figure("PURGED", 4_200, 3_000);
        seed.figure("PURGED", 1_700, 10);
        seed.figure("PURGE_FAILED", 2, 10);
        seed.alert("POISON_COUNT", 120, 100);
        seed.alert("POISON_AGE", 100_000, 86_400);
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
        seed.conflict(id, OPERATION, "[{\"serialNo\":\"PAY-2026-000417\",\"amount\":12.99}]");
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
        draft = seed.run("DRAFT", "PLANNED", List.of(id, waiting));
        for (int i = 0; i < 40; i++) {
            seed.figure("RAN", 20 + i % 7 * 9, i * 30 + 1);
            seed.figure("DUPLICATE", i % 5, i * 30 + 1);
            seed.figure("PARKED", i % 9 / 4, i * 30 + 1);
            seed.figure("FAILED", i % 11 / 3, i * 30 + 1);
        }
        running = seed.run("PAUSED", "PLANNED", List.of(id, waiting));
        keysDraft = seed.extension("DRAFT", "PLANNED", List.of(done));
        keysRun = seed.extension("PAUSED", "PLANNED", List.of(done));
        seed.operation("orders.submit", ORDER);
        typed = seed.record(
                "orders.submit",
                "",
                "ORD-88200",
                "POISON",
                12,
                "[{\"id\":88200,\"amount\":129.90,\"card\":\"4111111111111111\",\"kind\":\"CARD\",\"lines\":[{\"sku\":\"A-1\",\"quantity\":2}],\"note\":null},null]");
        hostile = seed.record(
                "hostile.operation",
                "",
                Seed.HOSTILE,
                "POISON",
                90,
                "[\"" + Seed.HOSTILE.replace("\"", "\\\"") + "\"]");
        seed.attempt(hostile, "hostile.operation", "com.acme.Evil", Seed.HOSTILE + "x".repeat(300));
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("dashboard", "/ui/dashboard");
        pages.put("dashboard-week", "/ui/dashboard?span=week&refresh=off");
        pages.put("poison", "/ui/poison");
        pages.put("groups", "/ui/poison/groups");
        pages.put("group-empty", "/ui/poison?cause=" + "0".repeat(64));
        pages.put("cause", "/ui/poison/cause?application=shop&operation=coupons.grant&cause=none");
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
        pages.put("runs", "/ui/runs");
        pages.put("run-draft", "/ui/runs/" + draft);
        pages.put("run-running", "/ui/runs/" + running);
        pages.put("audit", "/ui/audit");
        pages.put("audit-empty", "/ui/audit?actor=nobody-of-this-name&outcome=DENIED");
        pages.put("audit-chain", "/ui/audit/verification");
        pages.put("api", "/ui/api");
        pages.put("settings", "/ui/settings");
        pages.put("roles", "/ui/settings/roles");
        pages.put("masks", "/ui/settings/masks");
        pages.put("store", "/ui/settings/store");
        pages.put("alerts", "/ui/settings/alerts");
        pages.put("about", "/ui/settings/about");
        pages.put("preferences", "/ui/preferences");
        pages.put("password", "/ui/password");
        pages.put("not-found", "/ui/nothing");
        return pages;
    }

    /** What only an administrator sees. */
    private Map<String, String> adminPages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("edit", "/ui/keys/" + id + "/edit");
        pages.put("edit-fields", "/ui/keys/" + typed + "/edit");
        pages.put("edit-json", "/ui/keys/" + typed + "/edit?as=json");
        pages.put("extend", "/ui/keys/" + done + "/extend");
        pages.put("release", "/ui/keys/" + id + "/release");
        pages.put("purge", "/ui/keys/" + id + "/purge");
        pages.put("reveal", "/ui/keys/" + id + "/reveal");
        pages.put("users", "/ui/users");
        pages.put("user", "/ui/users/user?name=" + SEES_ALL);
        pages.put("user-self", "/ui/users/user?name=boss");
        pages.put("user-new", "/ui/users/new");
        pages.put("keys-bulk", "/ui/keys?operation=" + OPERATION);
        pages.put("run-keys-draft", "/ui/runs/" + keysDraft);
        pages.put("run-keys", "/ui/runs/" + keysRun);
        pages.put("alerts-admin", "/ui/settings/alerts");
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

    @Test
    @DisplayName("console checks 60 and 63: in Chinese, pages are as accessible, and as narrow")
    void pagesAreAccessibleInChinese() {
        seed.user("lihua", "ADMIN");
        database.execute("update idem_admin_user set preferences = 'language=CHINESE' where user_name = 'lihua'");
        List<String> found = new ArrayList<>();
        Map<String, String> some = new LinkedHashMap<>(pages());
        some.keySet().retainAll(List.of("dashboard", "poison", "groups", "record", "replay", "run-running", "store"));
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/login").toString());
            login(page, "lihua", Seed.PASSWORD);
            some.forEach((name, path) -> {
                page.setViewportSize(1280, 800);
                page.navigate(server.uri(path).toString());
                check(page, name + "-zh", found);
                page.setViewportSize(320, 800);
                assertThat(width(page)).as(name).isLessThanOrEqualTo(320);
            });
        }
        assertThat(found).isEmpty();
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
        Chromium.picture(page, SCREENSHOTS.resolve(name + "-narrow.png"));
        assertThat(width(page)).as(name).isLessThanOrEqualTo(320);
    }

    private static int width(Page page) {
        return (Integer) page.evaluate("document.scrollingElement.scrollWidth");
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
}
