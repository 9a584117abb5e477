package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Drafts of edits in a real browser. */
class BrowserDraftIT extends BrowserFixture {

    private static final String SCHEMA = """
            {"parameters":[{"name":"order","required":true,"schema":{"type":"object","properties":{
                "amount":{"type":"number"},"card":{"type":"string","sensitive":true}}}}],"result":{"type":"string"}}""";

    BrowserDraftIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console feature 7, checks 60 and 62: what is written is saved by itself, and moves no focus")
    void draftIsSavedByItself() {
        String path = "/ui/keys/" + parked("DRAFT-SCRIPT") + "/edit";
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "editor", Seed.PASSWORD);
            page.navigate(server.uri(path).toString());
            check(page, "edit", found);
            page.getByLabel("amount").first().fill("12.75");
            awaited(page, "Your draft of");
            page.getByLabel("amount").first().fill("77.75");
            awaitStored("77.75", page);
            assertThat((String) page.evaluate("document.activeElement.value")).isEqualTo("77.75");
            check(page, "edit-draft", found);
            database.execute("update idem_record set epoch = 2 where idem_key = 'DRAFT-SCRIPT'");
            page.getByLabel("amount").first().fill("88.75");
            awaited(page, "Not saved as a draft");
            check(page, "edit-draft-refused", found);
            assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
            page.navigate(server.uri(path).toString());
            assertThat(page.getByLabel("amount").first().inputValue()).isEqualTo("77.75");
            check(page, "edit-draft-stale", found);
            page.locator("#draft button").click();
            page.waitForLoadState();
            assertThat(page.getByLabel("amount").first().inputValue()).isEqualTo("129.90");
            page.setViewportSize(320, 800);
            page.getByLabel("amount").first().fill("1");
            awaited(page, "Your draft of");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isTrue();
            check(page, "edit-draft-narrow", found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("console check 64: without scripts a button saves the draft")
    void draftIsSavedWithoutScripts() {
        String path = "/ui/keys/" + parked("DRAFT-PLAIN") + "/edit";
        try (BrowserContext context = timed(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "editor", Seed.PASSWORD);
            page.navigate(server.uri(path).toString());
            assertThat(page.getByText("It is saved while you write.").isVisible())
                    .isFalse();
            page.getByLabel("amount").first().fill("55.25");
            page.getByText("Save the draft").click();
            page.waitForLoadState();
            page.navigate(server.uri("/ui/poison").toString());
            page.navigate(server.uri(path).toString());
            assertThat(page.getByLabel("amount").first().inputValue()).isEqualTo("55.25");
            assertThat(page.locator("#draft").innerText()).contains("Your draft of");
            page.locator("#draft button").click();
            page.waitForLoadState();
            assertThat(page.getByLabel("amount").first().inputValue()).isEqualTo("129.90");
            assertThat(page.locator("#draft").innerText()).isBlank();
        }
    }

    @Test
    @DisplayName(
            "console feature 2, checks 60 and 61: the key is chosen by keyboard, and the new call leads back to the old one")
    void newKeyIsChosen() {
        String id = parked("NEW-KEY");
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/poison").toString());
            login(page, "editor", Seed.PASSWORD);
            page.navigate(server.uri("/ui/keys/" + id + "/edit").toString());
            page.getByLabel("amount").first().fill("12.90");
            page.getByText("See what changes").click();
            page.waitForLoadState();
            page.locator("input[value=same]").focus();
            page.keyboard().press("ArrowDown");
            check(page, "edit-new-key", found);
            page.getByText("Edit further").click();
            page.waitForLoadState();
            page.getByText("See what changes").click();
            page.waitForLoadState();
            assertThat(page.locator("input[value=new]").isChecked()).isTrue();
            page.setViewportSize(320, 800);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isTrue();
            check(page, "edit-new-key-narrow", found);
            page.setViewportSize(1280, 800);
            page.locator("#reason").fill("the amount was another order's");
            page.getByText("Replay this one call").click();
            page.waitForLoadState();
            assertThat(page.locator("[role=status]").textContent()).contains("replay, edited");
            check(page, "record-derived", found);
            page.locator("a.key").first().click();
            page.waitForLoadState();
            assertThat(page.url()).contains(id);
            check(page, "record-origin", found);
        }
        assertThat(found).isEmpty();
        assertThat(state(id)).isEqualTo("POISON");
    }

    private String parked(String key) {
        String operation = "of." + key;
        seed.operation(operation, SCHEMA);
        return seed.record(operation, "", key, "POISON", 1, "[{\"amount\":129.90,\"card\":\"4111\"}]");
    }

    private static void awaited(Page page, String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            page.waitForTimeout(100);
            assertThat(page.locator("#draft").innerText()).contains(text);
        });
    }

    private void awaitStored(String text, Page page) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            page.waitForTimeout(100);
            assertThat(database.value("select max(arguments) from idem_draft where key_hash = (select key_hash from"
                            + " idem_record where idem_key = 'DRAFT-SCRIPT')"))
                    .contains(text);
        });
    }
}
