package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.idem.admin.testing.Chromium;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How people use the console in a real browser. */
class BrowserUseIT extends BrowserFixture {

    BrowserUseIT(Console console) {
        super(console);
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
            Chromium.picture(page, SCREENSHOTS.resolve("record-requested.png"));
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
        try (BrowserContext context = withoutScript()) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "operator", Seed.PASSWORD);
            page.locator("td.key >> text=PAY-NO-SCRIPT").click();
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
            page.getByLabel("amount").first().fill("12,90");
            page.locator("text=See what changes").click();
            check(page, "edit-field-mistake", found);
            assertThat(page.locator(".fault").textContent()).contains("must be a number");
            page.getByLabel("amount").first().fill("12.90");
            page.locator("text=Write JSON instead").click();
            assertThat(page.locator("#arguments").inputValue()).contains("12.90");
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
        String parked = seed.record(OPERATION, "PAY-SECRET", "POISON", 1);
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "operator", Seed.PASSWORD);
            page.navigate(server.uri("/ui/keys/" + parked).toString());
            page.locator("text=Log out").click();
            page.waitForURL("**/ui/login?out=1");

            page.goBack();

            assertThat(page.url()).contains("/ui/login");
            assertThat(page.content()).doesNotContain("PAY-SECRET").contains("id=\"password\"");
        }
    }

    @Test
    @DisplayName(
            "console checks 61 and 64: calls are ticked, dismissed together and watched, by keyboard and without script")
    void callsAreDismissedTogether() {
        List<String> parked = List.of(
                seed.record("runs.ticked", "TICKED-1", "POISON", 0),
                seed.record("runs.ticked", "TICKED-2", "POISON", 0));
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison?operation=runs.ticked").toString());
            login(page, "operator", Seed.PASSWORD);
            for (String call : parked) {
                tabTo(page, "input[value='" + call + "']");
                page.keyboard().press("Space");
            }
            check(page, "poison-ticked", found);
            tabTo(page, "button[value=DISMISS]");
            page.keyboard().press("Enter");
            page.waitForURL("**/confirm");
            check(page, "run-confirm", found);
            page.locator("#reason").fill("refunded by hand");
            page.locator("#number").fill("1");
            page.keyboard().press("Enter");
            page.waitForLoadState();
            check(page, "run-mistake", found);
            page.locator("#number").fill("2");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/ui/runs/[0-9]+$"));
            page.waitForLoadState();
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                page.reload();
                assertThat(page.content()).contains("2 of 2 done");
            });
            check(page, "run-done", found);
            page.locator("nav >> text=Runs").click();
            check(page, "runs", found);
        }
        assertThat(found).isEmpty();
        parked.forEach(call -> assertThat(state(call)).isEqualTo("DISMISSED"));
    }

    @Test
    @DisplayName(
            "console check 26: what is ticked stays ticked on the way to another page and back, and is acted on as a whole")
    void ticksAreKeptAcrossPages() {
        for (int i = 0; i < 30; i++) {
            seed.record("runs.pages", "PAGES-" + i, "POISON", i);
        }
        List<String> found = new ArrayList<>();
        try (BrowserContext context = withoutScript()) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison?operation=runs.pages").toString());
            login(page, "operator", Seed.PASSWORD);
            page.getByLabel("Choose PAGES-3", exactly()).check();
            page.getByLabel("Choose PAGES-7", exactly()).check();
            page.getByText("Older »").click();
            page.waitForURL("**after=**");
            page.getByLabel("Choose PAGES-28", exactly()).check();
            assertThat(page.content()).contains(", 2 of them on other pages");
            page.getByText("« Newer").click();
            assertThat(page.getByLabel("Choose PAGES-3", exactly()).isChecked()).isTrue();
            assertThat(page.getByLabel("Choose PAGES-4", exactly()).isChecked()).isFalse();
            page.getByLabel("Choose PAGES-7", exactly()).uncheck();
            page.locator("button[value=DISMISS]").click();
            page.waitForURL("**/confirm");
            assertThat(page.content()).contains("Dismiss 2 calls").contains("2 chosen one by one");
            page.navigate(server.uri("/ui/poison?operation=runs.pages").toString());
            page.getByLabel("Choose PAGES-9", exactly()).check();
            page.getByText("Older »").click();
            page.getByText("Untick all").click();
            assertThat(page.content()).doesNotContain("Untick all");
        }
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison?operation=runs.pages").toString());
            login(page, "operator", Seed.PASSWORD);
            page.getByLabel("Choose PAGES-3", exactly()).check();
            page.getByText("Older »").click();
            check(page, "poison-ticked-elsewhere", found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("console checks 50, 56 and 64: revealed, then purged in two steps, without script")
    void recordIsRevealedAndPurged() {
        String record = seed.record("purge.used", "", "PURGE-USED", "POISON", 0, "[\"4111\"]");
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/keys/" + record).toString());
            login(page, "boss", Seed.PASSWORD);
            page.getByText("Show without masks…").click();
            page.locator("#reason").fill("the bank asks which card");
            page.getByText("Show this one call without masks").click();
            page.waitForLoadState();
            check(page, "revealed", found);
            assertThat(page.content()).contains("4111");
            page.getByText("Back to the record").click();
            page.locator("text=Purge…").click();
            page.locator("#reason").fill("the customer asked to be forgotten");
            page.getByText("See what goes").click();
            page.waitForLoadState();
            check(page, "purge-confirm", found);
            page.locator("#typed").fill(record.substring(0, 8));
            page.getByText("Purge this one record").click();
            page.waitForURL("**/ui/audit?record=**");
            assertThat(page.content()).contains("the customer asked to be forgotten");
        }
        assertThat(found).isEmpty();
        assertThat(database.value("select count(*) from idem_record where key_hash = X'" + record + "'"))
                .isEqualTo("0");
    }

    private BrowserContext withoutScript() {
        return timed(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    @DisplayName("console check 62: a run's page follows the run, moves no focus, and can be paused")
    void runIsFollowed() {
        String record = seed.record("runs.followed", "FOLLOWED-1", "POISON", 0);
        String run = seed.run("PAUSED", "RUNNING", List.of(record));
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/runs/" + run).toString());
            login(page, "operator", Seed.PASSWORD);
            check(page, "run-paused", found);
            assertThat(page.locator("#told").innerText()).contains("0 of 1 done");
            page.getByText("Pause updates").click();
            page.waitForURL("**refresh=off**");
            assertThat(page.locator("[hx-get]").count()).isZero();
            check(page, "run-not-updated", found);
            page.getByText("Update again").click();
            page.waitForURL(Pattern.compile(".*/ui/runs/[0-9]+.which=all$"));
            page.evaluate("window.sameDocument = true");
            page.getByText("Resume").focus();
            database.execute("update idem_request set state = 'DONE', outcome = 'SUCCEEDED' where run_id = " + run);
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                page.waitForTimeout(200);
                assertThat(page.locator("#told").innerText()).contains("1 of 1 done");
            });
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            assertThat((String) page.evaluate("document.activeElement.textContent"))
                    .contains("Resume");
            check(page, "run-followed", found);
        }
        assertThat(found).isEmpty();
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
