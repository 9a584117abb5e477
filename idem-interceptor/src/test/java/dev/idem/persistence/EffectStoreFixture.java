package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.engine.EffectStart;
import dev.idem.engine.EffectStore;
import dev.idem.engine.Lease;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Start;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** External effects on a real database, and what tests ask of them. */
abstract class EffectStoreFixture extends ConcurrentClaimContract {

    static final Duration LEASE = Duration.ofMinutes(1);

    void decide(RecordKey key, Lease late, Move decision) {
        try (TestUnit.Running operator = unit().begin()) {
            RecordMoves moves = new RecordMoves(operator.database());
            Digest hash = key.hash();
            assertThat(
                            decision == Move.CONFIRM
                                    ? moves.confirm(hash, late.epoch(), Optional.of("confirmed"), WEEK)
                                    : moves.lock(hash, late.epoch()) && moves.move(decision, hash, late.epoch()))
                    .isTrue();
            operator.commit();
        }
    }

    static EffectStart wanted(RecordKey key) {
        return new EffectStart(claimant(key), Optional.of("[1]"), LEASE);
    }

    Start.Started start(RecordKey key) {
        return (Start.Started) begin(store -> store.start(wanted(key)));
    }

    Lease started(RecordKey key) {
        return start(key).lease();
    }

    boolean moved(Lease lease, Move move) {
        return switch (move) {
            case FINISH -> finish(lease);
            case REFUSE_EFFECT -> refuse(lease);
            default -> end(lease, move);
        };
    }

    /** A run whose lease was over. */
    Lease lost(RecordKey key) {
        Lease lease = started(key);
        set(key, "lease_until = created_at");
        assertThat(lose(key)).isTrue();
        return lease;
    }

    static Lease lease(Start start) {
        assertThat(start).isInstanceOf(Start.Started.class);
        return ((Start.Started) start).lease();
    }

    Start begin(Function<EffectStore, Start> claim) {
        return effects(claim);
    }

    int renew(List<Lease> leases) {
        return effects(store -> store.renew(leases));
    }

    boolean giveUp(RecordKey key, UUID attempt) {
        return effects(store -> store.giveUp(key, attempt));
    }

    List<RecordKey> sweep(String application) {
        return effects(store -> store.lose(application, 10));
    }

    boolean finish(Lease lease) {
        return effects(store -> store.finish(lease, Optional.of("paid"), WEEK));
    }

    boolean refuse(Lease lease) {
        return effects(store -> store.refuse(lease, "declined", WEEK));
    }

    boolean end(Lease lease, Move move) {
        return effects(store -> store.end(lease, move));
    }

    boolean lose(RecordKey key) {
        return effects(store -> store.lose(key));
    }

    int failures(RecordKey key) {
        return unit().commit(store -> store.countFailures(key.hash()));
    }

    RecordState state(RecordKey key) {
        return find(key).orElseThrow().state();
    }

    <T> T effects(Function<EffectStore, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            T result = work.apply(store(running));
            running.commit();
            return result;
        }
    }

    static EffectStore store(TestUnit.Running running) {
        return new JpaEffectStore(running.database(), "node-1");
    }
}
