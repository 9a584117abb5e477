package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final AtomicLong clock = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(clock::get);

    @Test
    void anAddressThatFailsTooOftenWaitsAMinute() {
        for (int i = 0; i < LoginThrottle.FAILURES; i++) {
            assertThat(throttle.allows("10.0.0.1")).isTrue();
            throttle.failed("10.0.0.1");
        }
        assertThat(throttle.allows("10.0.0.1")).isFalse();
        assertThat(throttle.allows("10.0.0.2")).isTrue();

        clock.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(throttle.allows("10.0.0.1")).isTrue();
        throttle.failed("10.0.0.1");
        assertThat(throttle.allows("10.0.0.1")).isTrue();
    }

    @Test
    void itRemembersABoundedNumberOfAddresses() {
        for (int i = 0; i < LoginThrottle.FAILURES; i++) {
            throttle.failed("first");
        }
        for (int i = 0; i < LoginThrottle.ADDRESSES; i++) {
            throttle.failed("address-" + i);
        }
        assertThat(throttle.allows("first")).isTrue();
    }
}
