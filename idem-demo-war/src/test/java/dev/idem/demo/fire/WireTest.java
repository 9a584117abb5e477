package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.fire.Trap.Side;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireTest {

    private static final int END = -1;

    private final ServerSocket database;
    private final Wire wire;
    private final Socket client;
    private final Socket server;

    WireTest() throws IOException {
        database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire = new Wire(database.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        server = database.accept();
    }

    @BeforeEach
    void talk() throws IOException {
        assertThat(passesOn("begin")).isEqualTo("begin");
        server.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }

    @AfterEach
    void close() throws IOException {
        try (database;
                wire;
                client;
                server) {
            assertThat(wire.port()).isPositive();
        }
    }

    @Test
    void whatIsTrappedBeforehandNeverArrives() throws Exception {
        wire.set(new Trap(Point.CLAIM, Side.BEFORE, () -> {}));

        send("insert into idem_record");

        assertThat(server.getInputStream().read()).isEqualTo(END);
        assertThat(client.getInputStream().read()).isEqualTo(END);
    }

    @Test
    void answerOfWhatIsTrappedAfterwardsIsLost() throws Exception {
        CompletableFuture<String> struck = new CompletableFuture<>();
        wire.set(new Trap(Point.COMMIT, Side.AFTER, () -> struck.complete("struck")));
        assertThat(passesOn("insert into fire_effect")).isEqualTo("insert into fire_effect");

        assertThat(passesOn("COMMIT")).isEqualTo("COMMIT");
        assertThat(struck).isNotDone();
        server.getOutputStream().write('!');

        assertThat(struck.get()).isEqualTo("struck");
        assertThat(client.getInputStream().read()).isEqualTo(END);
    }

    @Test
    void commitWithoutAnEffectIsNotTrapped() throws Exception {
        wire.set(new Trap(Point.COMMIT, Side.BEFORE, () -> {}));
        assertThat(passesOn("insert into fire_effect; rollback")).isEqualTo("insert into fire_effect; rollback");

        assertThat(passesOn("COMMIT")).isEqualTo("COMMIT");
    }

    @Test
    void cutEndsBothSides() throws Exception {
        assertThat(wire.cut()).isEqualTo(1);

        assertThat(server.getInputStream().read()).isEqualTo(END);
        assertThat(client.getInputStream().read()).isEqualTo(END);
    }

    private String passesOn(String text) throws IOException {
        send(text);
        return new String(server.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
