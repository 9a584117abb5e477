package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of duplicates in a real browser. */
@ExtendWith(OneDemo.class)
class BrokersPageIT {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private final String address;

    BrokersPageIT(DemoSystem system) {
        this.address = system.client().base().replaceAll("api$", "brokers");
    }

    @Test
    void buttonProvokesADuplicateAndThePageShowsOneCouponAndTwo() {
        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            page.navigate(address);
            assertThat(page.locator("#broker").textContent()).isEqualTo("artemis");
            assertAccessible(page);

            page.locator("#two-ids button").click();

            page.waitForURL("**/brokers#two-ids");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> coupons(page, "without"), "2"::equals);
            assertThat(coupons(page, "with")).isEqualTo("1");
            assertAccessible(page);
        }
    }

    private static String coupons(Page page, String half) {
        page.reload();
        return page.locator("#two-ids ." + half).first().textContent().strip();
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(AXE_TAGS)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .isEmpty();
    }
}
