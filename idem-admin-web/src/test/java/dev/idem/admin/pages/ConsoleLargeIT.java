package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Payloads that nobody wants to meet. */
class ConsoleLargeIT extends ConsoleFixture {

    private static final int FIVE_MEGABYTES = 5_000_000;

    ConsoleLargeIT(Console console) {
        super(console);
    }

    @Test
    @DisplayName("console check 67: of five megabytes the page shows the beginning, the file has all, the list none")
    void fiveMegabytes() {
        seed.operation("large.long");
        String serial = "x".repeat(FIVE_MEGABYTES);
        String id = parked("large.long", "large-1", "[{\"serialNo\":\"" + serial + "\"}]");
        ConsoleClient editor = ConsoleClient.as(server, "editor");

        String page = editor.get("/ui/keys/" + id).body();
        HttpResponse<String> file = editor.get("/ui/keys/" + id + "/payload/arguments");

        assertThat(page.length()).isBetween(100_000, 200_000);
        assertThat(page).contains("Only the first 100,000 characters are shown").contains("Download all of it");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"arguments-" + id.substring(0, 8) + ".json\"");
        assertThat(file.body()).contains(serial);
        assertThat(editor.get("/ui/poison?operation=large.long").body())
                .contains("large-1")
                .hasSizeLessThan(100_000);
        assertThat(editor.get("/ui/keys/" + id + "/edit").body()).contains("too long to be edited here");
        assertThat(editor.get("/ui/keys/" + id + "/payload/result").statusCode())
                .isEqualTo(404);
        assertThat(editor.get("/ui/keys/" + id + "/payload/anything").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("console check 67: deep JSON, texts from right to left, emoji and control characters break nothing")
    void strangePayloads() {
        seed.operation("large.strange");
        Map<String, String> payloads = Map.of(
                "large-deep", "[".repeat(5_000) + "]".repeat(5_000),
                "large-rtl", "[{\"serialNo\":\"\u202eשלום עליכם مرحبا\"}]",
                "large-emoji", "[{\"serialNo\":\"👩‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿 \\u0000\\u0007\"}]",
                "large-binary", "\\u0001\u0001\uFFFD not JSON at all");
        ConsoleClient viewer = ConsoleClient.as(server, "viewer");

        payloads.forEach((key, payload) -> {
            String id = parked("large.strange", key, payload);
            HttpResponse<String> page = viewer.get("/ui/keys/" + id);
            assertThat(page.statusCode()).as(key).isEqualTo(200);
            assertThat(page.body()).as(key).contains(key).contains("<h2>Identity</h2>");
            assertThat(viewer.get("/ui/keys/" + id + "/payload/arguments").statusCode())
                    .as(key)
                    .isEqualTo(200);
        });
        assertThat(viewer.get("/ui/poison?operation=large.strange&size=100").body())
                .contains(payloads.keySet());
    }

    private String parked(String operation, String key, String arguments) {
        return seed.record(operation, "", key, "POISON", 5, arguments);
    }
}
