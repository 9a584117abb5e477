package dev.idem.jms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTextTest {

    @ParameterizedTest
    @CsvSource({
        "tenant, tenant",
        "tenant-id, tenant_id",
        "a.b c, a_b_c",
        "1st, _1st",
        "größe, größe",
        "JMSXGroupSeq, JMSXGroupSeq"
    })
    void headerNamesBecomeIdentifiers(String header, String property) {
        assertThat(OutgoingText.identifier(header)).isEqualTo(property);
    }
}
