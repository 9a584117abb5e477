package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator in a real browser, from the first login to the replayed coupon. */
@ExtendWith(OneDemo.class)
class OperatorStoryIT {

    private static final Effects COUPON_ALONE = new Effects(0, 0, 1);

    private static final Duration LONGEST_REPLAY = Duration.ofSeconds(60);

    @Test
    @DisplayName(
            "a coupon fails, is parked, the next order's comes; replayed in the browser: one coupon (scenarios 83, 98)")
    void parkedCouponIsReplayedOnceByAnOperator(DemoSystem system) {
        Purchase failing = new Purchase(system.client(), "operator-1");
        Purchase other = new Purchase(system.client(), "operator-2");
        failFiveTimes(system, failing);
        other.submit("10");
        other.callBack("10");
        assertThat(other.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        assertThat(failing.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON);

        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            logIn(page, system);
            openPoison(page, failing);
            replay(page);
            awaitCompleted(page);

            assertThat(page.locator("details.attempt").count()).isEqualTo(5);
            assertThat(page.locator("#requests li").textContent()).contains("admin", "The service is well again");
            assertNothingIsLeftToReplay(page);
            assertEditedCouponGoesToAnother(page, system);
        }
        assertThat(failing.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        assertThat(other.effects()).isEqualTo(Effects.PAID_ONCE);
    }

    private static void failFiveTimes(DemoSystem system, Purchase purchase) {
        system.client().order("coupons", "{\"mode\":\"fail\",\"times\":5}");
        purchase.submit("10");
        assertThat(purchase.callBack("10").status()).isEqualTo(200);
        system.awaitFault("coupons", 5);
    }

    private static void logIn(Page page, DemoSystem system) {
        ConsoleLogin first = system.firstLogin();
        ConsoleLogin chosen = first.withNewPassword();
        page.navigate(system.consoleAddress().toString());
        type(page, "user", first.user());
        type(page, "password", first.password());
        press(page, "Log in");
        type(page, "current", first.password());
        type(page, "next", chosen.password());
        type(page, "again", chosen.password());
        press(page, "Change password");
    }

    private static void openPoison(Page page, Purchase purchase) {
        assertThat(page.locator("h1").textContent()).isEqualTo("Poison");
        page.locator("td.key a").getByText(purchase.orderId()).click();
        assertThat(badge(page)).isEqualTo("poison");
        assertThat(page.locator("ol.causes").textContent()).contains("This failure was ordered by PUT /faults.");
        assertThat(page.locator("section").textContent()).contains(purchase.userId());
    }

    private static void replay(Page page) {
        page.locator("a.button.main").click();
        page.locator("#reason").fill("The service is well again");
        press(page, "Replay this one call");
    }

    private static void awaitCompleted(Page page) {
        Awaitility.await()
                .atMost(LONGEST_REPLAY)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    page.reload();
                    return badge(page).equals("completed");
                });
    }

    /** What is completed offers no replay, also to somebody who types the form's address. */
    private static void assertNothingIsLeftToReplay(Page page) {
        String record = page.url().replaceAll("[?#].*", "");
        page.navigate(record + "/replay");
        assertThat(page.locator("#reason").count()).isZero();
        page.navigate(record);
        assertThat(badge(page)).isEqualTo("completed");
        assertThat(page.locator("#requests li").count()).isEqualTo(1);
    }

    /** Replayed with another user, the coupon is that user's, and only that one's (console checks 27 and 45). */
    private static void assertEditedCouponGoesToAnother(Page page, DemoSystem system) {
        Purchase mistaken = new Purchase(system.client(), "operator-3");
        Purchase meant = new Purchase(system.client(), "operator-4");
        failFiveTimes(system, mistaken);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Poison"))
                .click();
        openPoison(page, mistaken);
        assertThat(page.locator(".panel h2").textContent()).isEqualTo("Safe to replay");
        page.locator("a.button").getByText("Edit & replay").click();
        page.locator("input[name^='v/'][value='" + mistaken.userId() + "']").fill(meant.userId());
        press(page, "See what changes");
        assertThat(page.locator("del").textContent()).contains(mistaken.userId());
        page.locator("#reason").fill("It was another user's order");
        press(page, "Replay this one call with these arguments");
        awaitCompleted(page);

        assertThat(meant.effects(COUPON_ALONE)).isEqualTo(COUPON_ALONE);
        assertThat(mistaken.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON);
    }

    private static String badge(Page page) {
        return page.locator(".badge.large").textContent();
    }

    private static void type(Page page, String field, String text) {
        page.locator("#" + field).fill(text);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
