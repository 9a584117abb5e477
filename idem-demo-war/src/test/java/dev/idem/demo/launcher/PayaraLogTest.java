package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraLogTest {

    private static final String HEADER = "[2026-01-01T00:00:00.000+0000] [] [\u001B[1;91mSEVERE\u001B[0m] []"
            + " [core] [tid: _ThreadID=1 _ThreadName=main] [timeMillis: 1] [levelValue: 1000] ";

    @TempDir
    Path folder;

    @Test
    void excerptShowsTheReasonOnceWithoutTimesAndColours() throws IOException {
        PayaraLog log = log(HEADER + "[[\n  java.lang.IllegalStateException: IDEM-0042 No table\n\tat some.Code\n"
                + HEADER + "java.lang.IllegalStateException: IDEM-0042 No table\n");

        assertThat(log.excerpt()).isEqualTo("  java.lang.IllegalStateException: IDEM-0042 No table");
    }

    @Test
    void excerptOfAQuietLogIsItsEnd() throws IOException {
        assertThat(log("one\ntwo\n").excerpt().lines()).containsExactly("  one", "  two");
    }

    @Test
    void bootedIsWhatPayaraSays() throws IOException {
        assertThat(log(HEADER + "Payara Micro  6.2025.10 #badassmicrofish (build 1) ready in 9,876 (ms)")
                        .saysBooted())
                .isTrue();
        assertThat(log("starting").saysBooted()).isFalse();
    }

    @Test
    void firstLoginIsWhatTheConsoleSaid() throws IOException {
        PayaraLog log = log(HEADER + "IDEM-1234 first start of the operator console: log in as admin with the password"
                + " ab12-cd34 - it is shown only here\n");

        assertThat(log.firstLogin()).contains(new ConsoleLogin("admin", "ab12-cd34"));
        assertThat(log("started").firstLogin()).isEmpty();
    }

    private PayaraLog log(String text) throws IOException {
        return new PayaraLog(Files.writeString(folder.resolve("payara.log"), text));
    }
}
