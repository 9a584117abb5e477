package dev.idem.engine;

import dev.idem.OnDuplicate;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engine on a model database, and calls to give it. */
abstract class EngineFixture {

    static final Duration FAIL_FAST = Duration.ZERO;
    static final Duration PATIENT = Duration.ofSeconds(20);
    static final RecordKey KEY = RecordKey.of("app", "orders.submit", "", "order-1");
    static final Digest ARGUMENTS = Digest.ofTexts("arguments");
    static final Digest OTHER_ARGUMENTS = Digest.ofTexts("other arguments");

    /** A message with an id, from nobody known. */
    static final Origin FROM_BROKER = new Origin() {
        @Override
        public Source source() {
            return Source.MESSAGE;
        }

        @Override
        public Optional<String> deliveryId() {
            return Optional.of("ID:1");
        }

        @Override
        public Optional<String> caller() {
            return Optional.empty();
        }

        @Override
        public Optional<String> traceId() {
            return Optional.of("0af7651916cd43dd8448eb211c80319c");
        }

        @Override
        public Optional<String> arguments() {
            return Optional.of("[\"order-1\", 5]");
        }
    };

    final ModelDatabase database = new ModelDatabase();
    final RecordingListener listener = new RecordingListener();
    final Engine engine = engine(AnswerCache.NONE);

    final Engine engine(AnswerCache cache) {
        return new Engine(
                database,
                database,
                listener,
                new ExternalServices(
                        unused(EffectStore.class),
                        unused(EffectProbes.class),
                        unused(Continuations.class),
                        new Leases(System::nanoTime)),
                cache);
    }

    /** These operations have no external effect, and must not touch what serves those. */
    private static <T> T unused(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    throw new AssertionError(method + " is for external effects");
                }));
    }

    static Operation operation(Duration waitFor) {
        return operation(waitFor, false);
    }

    static Operation operation(Duration waitFor, boolean acknowledges) {
        return new Operation(
                "orders.submit",
                waitFor,
                Retention.parse("P7D"),
                OnDuplicate.RETURN_STORED,
                3,
                List.of(),
                acknowledges,
                Optional.empty());
    }

    static Call call() {
        return call(operation(PATIENT), ARGUMENTS);
    }

    static Call failFast() {
        return call(operation(FAIL_FAST), ARGUMENTS);
    }

    static Call withOtherArguments() {
        return call(operation(PATIENT), OTHER_ARGUMENTS);
    }

    static Call call(Operation operation, Digest arguments) {
        return new Call(
                operation, KEY, Optional.of(arguments), Optional.of("[\"order-1\"]"), new TextResults(), FROM_BROKER);
    }

    /** A body with one effect. */
    Body effect(@Nullable Object result) {
        return () -> {
            database.addEffect("effect");
            return result;
        };
    }

    /** A body that has its effect and fails. */
    Body failing(Throwable failure) {
        return () -> {
            database.addEffect("effect");
            return rethrow(failure);
        };
    }

    @SuppressWarnings("unchecked") // throws any throwable through a body
    static <T extends Throwable> @Nullable Object rethrow(Throwable failure) throws T {
        throw (T) failure;
    }

    StoredRecord stored(RecordState state) {
        return new StoredRecord(
                state, false, java.util.UUID.randomUUID(), Optional.of(ARGUMENTS), Optional.empty(), Optional.empty());
    }

    /** Stores results as they are; "HTTP 500" stands for a returned failure. */
    static final class TextResults implements ResultCodec {

        @Override
        public boolean fails(@Nullable Object result) {
            return "HTTP 500".equals(result);
        }

        @Override
        public Encoded encode(Object result) {
            if (result instanceof String text) {
                return new Encoded(text, text);
            }
            throw new IllegalArgumentException(
                    "cannot store " + result.getClass().getName());
        }

        @Override
        public @Nullable Object decode(String text) {
            if (text.equals("unreadable")) {
                throw new IllegalArgumentException("not a result");
            }
            return text;
        }
    }
}
