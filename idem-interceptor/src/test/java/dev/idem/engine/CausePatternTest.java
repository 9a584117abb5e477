package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausePatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order ORD-88123 is not open                          | order # is not open
            no answer within 2 s from bank                       | no answer within # s from bank
            user alice@example.com is locked                     | user # is locked
            no stock of "left shoe" (sku A-1)                     | no stock of # (sku #)
            Duplicate entry 'x y' for key 'PRIMARY'              | Duplicate entry # for key #
            id=4711, amount=12.50                                | id=#, amount=#
            0e37df36-f698-11e6-8dd4-cb9ced3df976 was not found   | # was not found
            the order is not open                                | the order is not open
            """)
    @DisplayName("console check 23: what differs from call to call is no part of the cause")
    void namesAreLeftOut(String message, String pattern) {
        assertThat(CausePattern.of(new FailureCause("x", message, "")).message())
                .isEqualTo(pattern);
    }

    @Test
    void firstFrameOfTheApplicationIsTheCauses() {
        String trace = """
                java.lang.IllegalStateException: x
                \tat java.base/java.util.Objects.requireNonNull(Objects.java:42)
                \tat app//com.acme.Shop$Proxy$_$$_WeldClientProxy.settle(Unknown Source)
                \tat com.acme.Shop.settle(Shop.java:42)
                \tat com.acme.Web.post(Web.java:7)
                """;

        assertThat(frame(trace)).isEqualTo("com.acme.Shop.settle");
        assertThat(frame("x\n\tat java.lang.Thread.run(Thread.java:1)\n")).isEmpty();
        assertThat(frame("")).isEmpty();
        assertThat(frame("\tat com.acme." + "x".repeat(300) + "(X.java:1)")).hasSize(255);
        assertThat(frame("\tat com.acme.Shop.cut")).isEqualTo("com.acme.Shop.cut");
    }

    @Test
    @DisplayName("console check 23: the same cause is one group, different causes are two")
    void sameCauseHasTheSameHash() {
        Digest one = hash("java.io.IOException", "no answer for order 17", "com.acme.Shop.settle");

        assertThat(hash("java.io.IOException", "no answer for order 18", "com.acme.Shop.settle"))
                .isEqualTo(one);
        assertThat(hash("java.io.EOFException", "no answer for order 17", "com.acme.Shop.settle"))
                .isNotEqualTo(one);
        assertThat(hash("java.io.IOException", "no money for order 17", "com.acme.Shop.settle"))
                .isNotEqualTo(one);
        assertThat(hash("java.io.IOException", "no answer for order 17", "com.acme.Shop.refund"))
                .isNotEqualTo(one);
    }

    private static Digest hash(String type, String message, String method) {
        return CausePattern.of(new FailureCause(type, message, "x\n\tat " + method + "(Shop.java:1)"))
                .hash();
    }

    private static String frame(String trace) {
        return CausePattern.of(new FailureCause("x", "", trace)).frame();
    }
}
