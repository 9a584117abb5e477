package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.idem.engine.CallObserver.RunningBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

    private static final RunningBody OUTER = new RunningBody("orders.submit", "ab…(9)", 2);
    private static final RunningBody INNER = new RunningBody("payments.book", "cd…(9)", 1);

    private final LogContext context = new LogContext();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void linesOfABodySayWhichCallTheyBelongTo() {
        MDC.put("user", "alice");

        context.begins(OUTER);

        assertThat(MDC.getCopyOfContextMap())
                .containsOnly(
                        entry("user", "alice"),
                        entry("idem.operation", "orders.submit"),
                        entry("idem.key", "ab…(9)"),
                        entry("idem.attempt", "2"));
    }

    @Test
    void afterAnInnerCallTheyAreTheOuterOnesAgain() {
        context.begins(OUTER);
        context.begins(INNER);
        assertThat(MDC.get("idem.operation")).isEqualTo("payments.book");

        context.ends(INNER, 1);

        assertThat(MDC.get("idem.operation")).isEqualTo("orders.submit");
        assertThat(MDC.get("idem.key")).isEqualTo("ab…(9)");
        assertThat(MDC.get("idem.attempt")).isEqualTo("2");
    }

    @Test
    void nothingOfOursIsLeftAfterwards() {
        MDC.put("user", "alice");
        context.begins(OUTER);
        context.begins(INNER);

        context.ends(INNER, 1);
        context.ends(OUTER, 1);

        assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("user");
    }
}
