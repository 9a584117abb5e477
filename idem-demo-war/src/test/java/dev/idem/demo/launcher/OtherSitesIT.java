package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites change nothing, neither through the demo's pages nor through its services. */
@ExtendWith(OneDemo.class)
class OtherSitesIT {

    private final URI page;

    OtherSitesIT(DemoSystem system) {
        this.page = system.client().page();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
    })
    void whatComesFromAnotherSiteIsRefused(String header, String value) throws IOException {
        for (String path : new String[] {"trials?technique=natural", "brokers?cause=two-ids", "api/tokens"}) {
            assertThat(posted(path, page.getAuthority(), header + ": " + value))
                    .as(path)
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trials?technique=natural", "brokers?cause=two-ids", "api/tokens"})
    void whatComesToAnotherHostIsRefused(String path) throws IOException {
        String evil = "evil.example:" + page.getPort();

        assertThat(posted(path, evil, "Origin: http://" + evil)).startsWith("HTTP/1.1 403");
        assertThat(posted(path, evil, "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 403");
    }

    @Test
    void whatComesFromItsOwnPagesIsDone() throws IOException {
        assertThat(posted("trials?technique=natural", page.getAuthority(), "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 303");
        assertThat(posted("brokers?cause=two-ids", "LOCALHOST:" + page.getPort(), "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 303");
        assertThat(posted("trials?technique=none", page.getAuthority(), "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 404")
                .contains("Not done")
                .doesNotContain("Exception");
    }

    /** By hand: the JDK's client lets nobody choose the host. */
    private String posted(String path, String host, String header) throws IOException {
        String request = "POST " + page.getPath() + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + header
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(page.getHost(), page.getPort());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer.lines().collect(Collectors.joining("\n"));
        }
    }
}
