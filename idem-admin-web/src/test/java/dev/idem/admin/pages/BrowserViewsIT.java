package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Saved views in a real browser. */
class BrowserViewsIT extends BrowserFixture {

    BrowserViewsIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console feature 20, checks 60 and 63: saved, followed, renamed and removed, at 320 pixels, too")
    void viewIsSavedAndFollowed() {
        seed.user("views-browser", "OPERATOR");
        seed.record("views.browser", "VIEWS-1", "FAILED", 3);
        database.execute("insert into idem_view (place, owner, view_name, view_query, shared, created_at) values"
                + " ('KEYS', 'views-browser', 'was once', '?state=VANISHED', false, current_timestamp)");
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(
                    server.uri("/ui/keys?operation=views.browser&state=FAILED").toString());
            login(page, "views-browser", Seed.PASSWORD);
            page.getByText("Save this filter").click();
            check(page, "keys-view-new", found);
            page.getByLabel("Name of the view").fill("Failed at the browser");
            page.getByText("shared with all").click();
            page.getByText("Save the view").click();
            page.waitForLoadState();
            check(page, "keys-views", found);
            page.navigate(server.uri("/ui/keys").toString());
            page.getByText("Failed at the browser").click();
            page.waitForLoadState();
            assertThat(page.url()).endsWith("/ui/keys?operation=views.browser&state=FAILED");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            page.getByText("Rename or remove").click();
            page.waitForLoadState();
            check(page, "views", found);
            page.setViewportSize(320, 800);
            check(page, "views-narrow", found);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isTrue();
            page.navigate(
                    server.uri("/ui/keys?operation=views.browser&state=FAILED").toString());
            page.getByText("Save this filter").click();
            check(page, "keys-views-narrow", found);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isTrue();
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("console check 64: without scripts views are saved, renamed and removed")
    void viewsNeedNoScript() {
        seed.user("views-plain", "VIEWER");
        try (BrowserContext context = timed(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.uri("/ui/keys?state=FAILED").toString());
            login(page, "views-plain", Seed.PASSWORD);
            page.getByText("Save this filter").click();
            page.getByLabel("Name of the view").fill("plain");
            page.getByText("Save the view").click();
            page.waitForLoadState();
            page.getByText("Rename or remove").click();
            page.waitForLoadState();
            page.getByLabel("Name of the view plain").fill("plainer");
            page.locator("form[action$=change]:has(input[value=plain]) button").click();
            page.waitForLoadState();
            assertThat(page.content()).contains("plainer");
            page.locator("tr:has-text('plainer') form[action$=remove] button").click();
            page.waitForLoadState();
            assertThat(page.content()).doesNotContain("plainer");
        }
    }
}
