package dev.idem.admin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void keyIsLookedForGloballyAmongStrangersAndInTheCallersScope() {
        assertThat(Wanted.of(" 4711 ", "").scopes()).containsExactlyInAnyOrder("", "anonymous");
        assertThat(Wanted.of("4711", " alice ").scopes())
                .containsExactlyInAnyOrder("", "anonymous", "alice", "caller:alice");
        assertThat(Wanted.of(" 4711 ", "").text()).isEqualTo("4711");
    }

    @Test
    void recordIsNamedByItsIdOnly() {
        assertThat(Wanted.of("ab".repeat(32), "").record()).isPresent();
        assertThat(Wanted.of("4711", "").record()).isEmpty();
    }

    @Test
    void whatNothingCanBeIsRefused() {
        assertThatThrownBy(() -> Wanted.of("x".repeat(256), "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wanted.of("x", "x".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wanted.of("a\0b", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wanted.of("a", "\0")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Wanted.of("  ", "").nothing()).isTrue();
    }
}
