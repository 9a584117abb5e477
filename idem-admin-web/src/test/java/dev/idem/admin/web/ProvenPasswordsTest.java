package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ProvenPasswords proven = new ProvenPasswords(Duration.ofMinutes(5), nanos::get);

    @Test
    void passwordIsKnownForAWhile() {
        proven.remember("alice", "right", 3);

        assertThat(proven.version("alice", "right")).contains(3);
        assertThat(proven.version("alice", "wrong")).isEmpty();
        assertThat(proven.version("bob", "right")).isEmpty();
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() + 1);
        assertThat(proven.version("alice", "right")).isEmpty();
    }

    @Test
    void useDoesNotMakeItLonger() {
        proven.remember("alice", "right", 3);
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        proven.remember("alice", "right", 3);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(proven.version("alice", "right")).isEmpty();
    }

    @Test
    void oldestIsForgottenWhenThereAreTooMany() {
        for (int i = 0; i <= ProvenPasswords.MOST; i++) {
            proven.remember("user-" + i, "right", 1);
        }

        assertThat(proven.version("user-0", "right")).isEmpty();
        assertThat(proven.version("user-1", "right")).contains(1);
    }
}
