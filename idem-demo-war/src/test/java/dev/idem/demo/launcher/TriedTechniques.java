package dev.idem.demo.launcher;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/**
 * What the page of techniques shows after all of them were tried.
 *
 * @param effects with Idem, of each technique that uses it
 * @param damaged how many techniques show another number of effects than one without it
 * @param records where the console has their records
 */
record TriedTechniques(List<String> effects, int damaged, List<String> records) {

    static TriedTechniques at(URI address) {
        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            page.navigate(address.toString());
            page.locator("#all").click();
            page.waitForURL("**/#all");
            return new TriedTechniques(
                    page.locator(".with .effects").allTextContents(),
                    page.locator(".without .badge.bad").count(),
                    page.locator(".record").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .toList());
        }
    }
}
