package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.RecordKey;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallObserversTest {

    private static final RecordKey KEY = RecordKey.of("shop", "orders.submit", "", "order-4711");

    private final Recording recording = new Recording();
    private final CallObservers observers = new CallObservers(List.of(new Broken(), recording));
    private final InvocationContext invocation = invocation();

    @Test
    void bodyIsWatchedFromItsBeginningToItsEnd() throws Exception {
        OperationBody body = OperationBody.of(invocation, () -> false, () -> {
            recording.told.add("runs");
            return "receipt";
        });

        assertThat(observers.call("orders.submit", body, () -> observers.run(KEY, body)))
                .isEqualTo("receipt");

        assertThat(recording.told)
                .containsExactly(
                        "waited orders.submit",
                        "begins orders.submit ord…(10) attempt 1",
                        "runs",
                        "ends orders.submit ord…(10) attempt 1");
    }

    @Test
    void refusalIsToldWithItsMaskedKey() {
        OperationBody body = OperationBody.of(invocation, () -> false, () -> "receipt");
        KeyReusedException refusal = new KeyReusedException("orders.submit", "ord…(10)", "reused", null);

        assertThatThrownBy(() -> observers.call("orders.submit", body, () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(recording.told).containsExactly("orders.submit ord…(10) key_reused", "waited orders.submit");
    }

    @Test
    void whatABodyThrowsIsAFailureAlsoIfItIsTheRefusalOfAnother() {
        KeyReusedException ofAnother = new KeyReusedException("payments.book", "pay…(10)", "reused", null);
        OperationBody body = OperationBody.of(invocation, () -> false, () -> {
            throw ofAnother;
        });

        assertThatThrownBy(() -> observers.call("orders.submit", body, () -> observers.run(KEY, body)))
                .isSameAs(ofAnother);

        assertThat(recording.told).last().isEqualTo("orders.submit  failed");
    }

    @Test
    void lostAnswerAfterTheBodyIsNoFailureOfTheBody() {
        OperationBody body = OperationBody.of(invocation, () -> false, () -> "receipt");
        StoreUnavailableException lost = new StoreUnavailableException("orders.submit", "ord…(10)", "lost", null);

        assertThatThrownBy(() -> observers.call("orders.submit", body, () -> {
                    observers.run(KEY, body);
                    throw lost;
                }))
                .isSameAs(lost);

        assertThat(recording.told).last().isEqualTo("orders.submit ord…(10) unavailable");
    }

    @Test
    void callsThatRetryMakesOfOneAreNumbered() {
        assertThat(OperationBody.of(invocation, () -> false, () -> null).attempt())
                .isEqualTo(1);
        assertThat(OperationBody.of(invocation, () -> false, () -> null).attempt())
                .isEqualTo(2);
        assertThat(OperationBody.of(invocation(), () -> false, () -> null).attempt())
                .isEqualTo(1);
    }

    @Test
    void whatTheEngineTellsIsPassedOn() {
        observers.ended(KEY, CallOutcome.DUPLICATE);

        assertThat(recording.told).containsExactly("orders.submit ord…(10) duplicate");
    }

    @Test
    void firstTraceThatIsNamedCounts() {
        assertThat(observers.traceId()).isEmpty();
        assertThat(new CallObservers(List.of(recording, new Traced())).traceId())
                .contains("trace-1");
    }

    private static InvocationContext invocation() {
        Map<String, Object> data = new HashMap<>();
        return (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> data);
    }

    private static final class Recording implements CallObserver {

        private final List<String> told = new ArrayList<>();

        @Override
        public void begins(RunningBody body) {
            told.add("begins " + text(body));
        }

        @Override
        public void ends(RunningBody body, long nanos) {
            assertThat(nanos).isNotNegative();
            told.add("ends " + text(body));
        }

        private static String text(RunningBody body) {
            return body.operation() + " " + body.maskedKey() + " attempt " + body.attempt();
        }

        @Override
        public void waited(String operation, long nanos) {
            assertThat(nanos).isNotNegative();
            told.add("waited " + operation);
        }

        @Override
        public void ended(CallEnd end) {
            told.add(end.operation() + " " + end.maskedKey() + " "
                    + end.outcome().text());
        }
    }

    private static final class Traced implements CallObserver {

        @Override
        public Optional<String> traceId() {
            return Optional.of("trace-1");
        }
    }

    /** Fails whatever it is told. */
    private static final class Broken implements CallObserver {

        @Override
        public void begins(RunningBody body) {
            throw new IllegalStateException("no tracer");
        }

        @Override
        public void ends(RunningBody body, long nanos) {
            throw new NoClassDefFoundError("tracer");
        }

        @Override
        public void waited(String operation, long nanos) {
            throw new IllegalStateException("no metrics");
        }

        @Override
        public void ended(CallEnd end) {
            throw new NoSuchMethodError("metrics of another version");
        }
    }
}
