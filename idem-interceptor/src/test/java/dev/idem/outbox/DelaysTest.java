package dev.idem.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelaysTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void delaysDoubleUpToTheLongest() {
        Delays delays = new Delays(SECOND, LONGEST, () -> 0);

        assertThat(delays.after(1)).isEqualTo(SECOND);
        assertThat(delays.after(2)).isEqualTo(SECOND.multipliedBy(2));
        assertThat(delays.after(9)).isEqualTo(SECOND.multipliedBy(256));
        assertThat(delays.after(10)).isEqualTo(LONGEST);
        assertThat(delays.after(Integer.MAX_VALUE)).isEqualTo(LONGEST);
    }

    @Test
    void jitterCutsUpToAHalf() {
        assertThat(new Delays(SECOND, LONGEST, () -> 1).after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(new Delays(SECOND, LONGEST, () -> 0.5).after(1)).isEqualTo(Duration.ofMillis(750));
    }
}
