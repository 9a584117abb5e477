package dev.idem.observe;

import dev.idem.engine.CallObserver;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.MDC;

/** Has each log line of a body say to which call it belongs, in SLF4J's mapped diagnostic context. */
@Singleton
final class LogContext implements CallObserver {

    @SuppressWarnings("ThreadLocalUsage") // one for each application, as this bean is
    private final ThreadLocal<Deque<RunningBody>> threads = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public void begins(RunningBody body) {
        threads.get().push(body);
        show(body);
    }

    @Override
    public void ends(RunningBody body, long nanos) {
        Deque<RunningBody> running = threads.get();
        running.poll();
        RunningBody outer = running.peek();
        if (outer != null) {
            show(outer);
            return;
        }
        threads.remove();
        MDC.remove(Attributes.OPERATION);
        MDC.remove(Attributes.KEY);
        MDC.remove(Attributes.ATTEMPT);
    }

    private static void show(RunningBody body) {
        MDC.put(Attributes.OPERATION, body.operation());
        MDC.put(Attributes.KEY, body.maskedKey());
        MDC.put(Attributes.ATTEMPT, Integer.toString(body.attempt()));
    }
}
