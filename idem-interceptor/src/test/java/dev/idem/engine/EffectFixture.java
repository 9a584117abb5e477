package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OnDuplicate;
import dev.idem.OnUnknownOutcome;
import dev.idem.spi.EffectProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An engine on a model database, and calls whose effects are outside it. */
abstract class EffectFixture extends EngineFixture {

    static final IllegalArgumentException NO = new IllegalArgumentException("declined");
    static final IllegalStateException NOT_SENT = new IllegalStateException("cannot connect");

    private static final EffectProbe.Finding NOBODY_KNOWS = new EffectProbe.Finding(EffectProbe.Effect.UNKNOWN, "");

    final ModelEffects store = new ModelEffects(database);
    final List<String> ran = new ArrayList<>();

    private final AtomicLong clock = new AtomicLong();
    private final Leases leases = new Leases(clock::get);
    private final Engine external = new Engine(
            database, database, listener, new ExternalServices(store, key -> NOBODY_KNOWS, new SameThread(), leases));

    /** As a caller sees it. */
    @Nullable
    Object ask(Call call, Body body) throws Throwable {
        try {
            return external.call(call, body);
        } catch (RefusedException refused) {
            throw refused.refusal();
        }
    }

    /** A body that is seen to run. */
    Body running(Body end) {
        return () -> {
            ran.add("ran");
            return end.run();
        };
    }

    Body throwing(Throwable failure) {
        return running(() -> rethrow(failure));
    }

    Body refusing() {
        return throwing(NO);
    }

    RecordState state() {
        return database.committed(KEY).orElseThrow().state();
    }

    StoredRecord stored(RecordState state, String text) {
        StoredRecord other = stored(state);
        return new StoredRecord(
                state, false, other.attempt(), other.fingerprint(), Optional.empty(), Optional.of(text));
    }

    /** However much time passes, nothing is renewed any more. */
    void assertNothingHeld() {
        clock.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(leases.due()).isEmpty();
        assertThat(database.openTransactions()).isZero();
    }

    static Call charge() {
        return charge(OnUnknownOutcome.PARK, false);
    }

    static Call chargeLater() {
        return charge(OnUnknownOutcome.PARK, true);
    }

    /** Refuses by an IllegalArgumentException; an IllegalStateException proves that nothing happened. */
    static Call charge(OnUnknownOutcome onUnknown, boolean later) {
        return call(
                new Operation(
                        "orders.submit",
                        FAIL_FAST,
                        Retention.parse("P7D"),
                        OnDuplicate.RETURN_STORED,
                        0,
                        List.of(),
                        false,
                        new MessageRefusals(() -> {}),
                        Optional.of(new ExternalEffect(
                                Duration.ofMinutes(1),
                                onUnknown,
                                List.of(IllegalStateException.class),
                                new ExternalEffect.Returns(later, false))),
                        Duration.ZERO),
                ARGUMENTS);
    }

    static Call ordered(Call call) {
        return new Call(
                call.operation(),
                KEY,
                Optional.of(ARGUMENTS),
                Optional.empty(),
                call.results(),
                FROM_BROKER,
                Optional.of(new ReplayOrder(7, KEY, 1, false)),
                call.admission());
    }

    /** Goes on in the thread that completes the stage. */
    private static final class SameThread implements Continuations {

        @Override
        @SuppressWarnings("unchecked") // the value is only handed on
        public <R> CompletableFuture<R> after(
                CompletionStage<?> stage, BiFunction<@Nullable Object, @Nullable Throwable, R> next) {
            return ((CompletionStage<Object>) stage).handle(next::apply).toCompletableFuture();
        }
    }
}
