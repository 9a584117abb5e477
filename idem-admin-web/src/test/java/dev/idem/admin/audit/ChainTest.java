package dev.idem.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.AuditVerification;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final String HASH = "ab".repeat(32);

    @Test
    void anIntactChainSaysHowFarItGoes() {
        Chain chain = Chain.of(new AuditVerification(7, OptionalLong.of(9), HASH, Optional.empty()));

        assertThat(chain.title()).isEqualTo("Intact to entry 9");
        assertThat(chain.text()).contains("7 entries follow on each other");
        assertThat(chain.lastHash()).isEqualTo(HASH);
    }

    @Test
    void aBrokenChainNamesTheEntryAndWhatIsStillSound() {
        Chain chain = Chain.of(
                new AuditVerification(1, OptionalLong.of(1), HASH, Optional.of("entry 2 is not as it was appended")));

        assertThat(chain.title()).isEqualTo("Broken");
        assertThat(chain.text()).contains("entry 2 is not as it was appended", "before it, 1 entry, is as it was");
        assertThat(chain.style()).isEqualTo("bad");
    }
}
