package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterceptorOrderTest {

    private static final Class<?> OURS = IdempotencyInterceptor.class;

    static Stream<List<Class<?>>> ordersOfAServer() {
        return Stream.of(
                List.of(Before.class, FaultToleranceInterceptor.class, OURS, After.class),
                List.of(Before.class, OURS, FaultToleranceInterceptor.class, After.class),
                List.of(OURS, Before.class, After.class, FaultToleranceInterceptor.class),
                List.of(FaultToleranceInterceptor.class, Before.class, After.class, OURS));
    }

    @ParameterizedTest
    @MethodSource("ordersOfAServer")
    @DisplayName("scenarios 82, 95: wherever a server puts fault tolerance, ours is inside it")
    void oursEndsInsideFaultTolerance(List<Class<?>> order) {
        List<Class<?>> enabled = new ArrayList<>(order);

        InterceptorOrder.correct(enabled);

        assertThat(InterceptorOrder.correctIn(enabled)).isTrue();
        assertThat(enabled).containsExactlyInAnyOrderElementsOf(order);
        assertThat(enabled.indexOf(Before.class)).isLessThan(enabled.indexOf(After.class));
    }

    @Test
    void aRightOrderIsLeftAlone() {
        List<Class<?>> enabled = new ArrayList<>(List.of(FaultToleranceInterceptor.class, Before.class, OURS));

        InterceptorOrder.correct(enabled);

        assertThat(enabled).containsExactly(FaultToleranceInterceptor.class, Before.class, OURS);
    }

    @Test
    @DisplayName("scenario 82: an order that has ours outside is recognised")
    void oursOutsideIsWrong() {
        assertThat(InterceptorOrder.correctIn(List.of(OURS, FaultToleranceInterceptor.class)))
                .isFalse();
    }

    @Test
    void withoutFaultToleranceAnyPlaceIsRight() {
        List<Class<?>> enabled = new ArrayList<>(List.of(Before.class, OURS, After.class));

        InterceptorOrder.correct(enabled);

        assertThat(enabled).containsExactly(Before.class, OURS, After.class);
        assertThat(InterceptorOrder.correctIn(enabled)).isTrue();
    }

    private static final class Before {}

    private static final class After {}

    /** Named as Payara's. */
    private static final class FaultToleranceInterceptor {}
}
