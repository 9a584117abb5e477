package dev.idem.admin.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser without a window. What a test needs and does not find is a failure. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the Chromium or Chrome of this machine, or the one that the property {@code idem.browser} names. */
    public static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setChromiumSandbox(false));
        return new Chromium(playwright, browser);
    }

    private static Path executable() {
        return Stream.of(
                        System.getProperty("idem.browser", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "C:/Program Files/Google/Chrome/Application/chrome.exe")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no browser: apt-get install chromium, or name one by -Didem.browser=/path/to/chrome"));
    }

    /**
     * Writes what a whole page looks like to a file. Without a window Chromium forgets a request now and then (Playwright's issue
     * 33330): it is asked once more.
     */
    public static void picture(Page page, Path file) {
        Page.ScreenshotOptions whole =
                new Page.ScreenshotOptions().setPath(file).setFullPage(true);
        try {
            page.screenshot(whole);
        } catch (TimeoutError forgotten) {
            page.bringToFront();
            page.screenshot(whole);
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
