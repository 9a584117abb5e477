package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void takenPortIsNamedTogetherWithTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "demo.port"))
                    .isInstanceOf(DemoFailed.class)
                    .hasMessageContaining("Port " + port + " on 127.0.0.1 is taken")
                    .hasMessageContaining("-Ddemo.port=");
        }
    }

    @Test
    void freePortIsAccepted() {
        int port = Ports.free();

        assertThatCode(() -> Ports.requireFree(port, "demo.port")).doesNotThrowAnyException();
    }
}
