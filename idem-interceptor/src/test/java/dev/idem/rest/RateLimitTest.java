package dev.idem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Caller;
import dev.idem.engine.Digest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Digest ALICE = Callers.of(new Caller.Authenticated("alice"), "127.0.0.1");
    private static final Digest BOB = Callers.of(new Caller.Authenticated("bob"), "127.0.0.1");

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit limit = new RateLimit(2, clock::get);

    @Test
    void oneTooManyInAMinuteWaitsForTheNext() {
        assertThat(limit.secondsToWait(ALICE)).isZero();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(limit.secondsToWait(ALICE)).isZero();

        assertThat(limit.secondsToWait(ALICE)).isEqualTo(50);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(50) - 1);
        assertThat(limit.secondsToWait(ALICE)).isEqualTo(1);
        clock.addAndGet(1);
        assertThat(limit.secondsToWait(ALICE)).isZero();
    }

    @Test
    void callersDoNotCountForEachOther() {
        limit.secondsToWait(ALICE);
        limit.secondsToWait(ALICE);

        assertThat(limit.secondsToWait(BOB)).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 2 * RateLimit.MOST_CALLERS; i++) {
            limit.secondsToWait(address("10.0." + i));
        }

        assertThat(limit.callers()).isEqualTo(RateLimit.MOST_CALLERS);
    }

    @Test
    void strangersAreToldApartByAddress() {
        assertThat(address("10.0.0.1")).isEqualTo(address("10.0.0.1")).isNotEqualTo(address("10.0.0.2"));
        assertThat(address("2001:db8:1:2:3::4")).isEqualTo(address("2001:db8:1:2:9:9:9:9"));
        assertThat(address("2001:db8:1:2:3::4")).isNotEqualTo(address("2001:db8:1:3:3::4"));
        assertThat(address("no:address")).isEqualTo(address("no:address"));
        assertThat(Callers.of(new Caller.Authenticated("10.0.0.1"), "x")).isNotEqualTo(address("10.0.0.1"));
    }

    private static Digest address(String address) {
        return Callers.of(new Caller.Anonymous(), address);
    }
}
