package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.InvalidTokenException;
import dev.idem.KeyReusedException;
import dev.idem.StoreUnavailableException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls that hand a one-time token in, whose use is part of their transaction. */
class EngineAdmissionTest extends EngineFixture {

    private final OneToken token = new OneToken(database);

    @Test
    @DisplayName("scenario 101: a double click gets the same answer, and the second one does not ask for the token")
    void duplicateIsNotAsked() throws Exception {
        assertThat(engine.call(byToken(), effect("first"))).isEqualTo("first");
        assertThat(engine.call(byToken(), effect("second"))).isEqualTo("first");

        assertThat(token.asked).containsExactly(false);
        assertThat(token.late).hasValue(1);
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 101: a call that failed leaves the token good")
    void failedCallLeavesTheTokenGood() throws Exception {
        assertThatThrownBy(() -> engine.call(byToken(), failing(new IllegalStateException("fails"))))
                .hasMessage("fails");

        assertThat(engine.call(byToken(), effect("done"))).isEqualTo("done");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 37: a stored refusal uses the token up, and is what comes for it again")
    void storedRefusalUsesTheTokenUp() {
        Call refusable = byToken(new MessageRefusals(() -> {}));

        assertThatThrownBy(() -> engine.call(refusable, failing(new IllegalArgumentException("sold out"))))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(token.used).isTrue();

        assertThatThrownBy(() -> engine.call(refusable, effect("never")))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .hasMessage("sold out"));
        assertThat(token.late).hasValue(1);
        assertThat(database.effects()).isEmpty();
    }

    @Test
    void refusedCallLeavesNothing() {
        token.used = true;

        assertThatThrownBy(() -> engine.call(byToken(), effect("never"))).isInstanceOf(InvalidTokenException.class);

        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.effects()).isEmpty();
        assertThat(database.attempts()).isEmpty();
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 109: a refused call takes the transaction that it joined back with it")
    void refusedJoinedCallRollsBack() {
        token.used = true;
        database.begin();

        assertThatThrownBy(() -> engine.call(byToken(), effect("never"))).isInstanceOf(InvalidTokenException.class);

        assertThat(database.rollbackOnly()).isTrue();
        database.rollback();
        database.runLater();
        assertThat(database.attempts()).isEmpty();
    }

    @Test
    void joinedCallUsesTheTokenWithItsTransaction() throws Exception {
        database.begin();
        engine.call(byToken(), effect("done"));
        database.rollback();
        assertThat(token.used).isFalse();

        database.begin();
        engine.call(byToken(), effect("done"));
        database.commit();
        assertThat(token.used).isTrue();
    }

    @Test
    @DisplayName("scenario 101: twenty calls at once with one token have one effect and one answer")
    void callsAtOnceHaveOneEffect() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            Callable<Object> call = () -> engine.call(byToken(), effect("done"));
            for (Future<Object> answer : callers.invokeAll(Collections.nCopies(20, call), 30, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isEqualTo("done");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("a used token whose record has expired never runs again")
    void usedTokenDoesNotRunAgainAfterItsRecord() throws Exception {
        engine.call(byToken(), effect("done"));
        database.expire(KEY);

        assertThatThrownBy(() -> engine.call(byToken(), effect("again"))).isInstanceOf(InvalidTokenException.class);

        assertThat(token.asked).containsExactly(false, false);
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    void callThatCertainlyFailedHandsItsTokenInAgain() throws Exception {
        token.used = true;
        database.put(KEY, stored(RecordState.FAILED));

        assertThat(engine.call(byToken(), effect("done"))).isEqualTo("done");

        assertThat(token.asked).containsExactly(true);
    }

    @Test
    @DisplayName("scenario 83: a replay hands nothing in")
    void replayHandsNothingIn() throws Exception {
        token.used = true;
        database.put(KEY, stored(RecordState.POISON));
        Call replay = new Call(
                        operation(PATIENT),
                        KEY,
                        Optional.of(ARGUMENTS),
                        Optional.empty(),
                        new TextResults(),
                        FROM_BROKER,
                        Optional.of(new ReplayOrder(7, KEY, 1, false)))
                .admittedBy(token);

        assertThat(engine.call(replay, effect("done"))).isEqualTo("done");
    }

    @Test
    @DisplayName("scenario 41: a token that cannot be looked at lets nothing run")
    void tokenThatCannotBeReadLetsNothingRun() {
        Call call = call().admittedBy((asked, failedBefore) -> {
            throw new StoreFailure("no tokens here");
        });

        assertThatThrownBy(() -> engine.call(call, effect("never"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(database.committed(KEY)).isEmpty();
    }

    @Test
    @DisplayName("scenario 45: a used token with other arguments is refused, and counted as late")
    void otherArgumentsAreRefused() throws Exception {
        engine.call(byToken(), effect("done"));

        assertThatThrownBy(() -> engine.call(withOtherArguments().admittedBy(token), effect("other")))
                .isInstanceOf(KeyReusedException.class);

        assertThat(token.late).hasValue(1);
    }

    private Call byToken() {
        return call().admittedBy(token);
    }

    private Call byToken(RefusalCodec refusals) {
        Operation open = operation(PATIENT);
        return call(
                        new Operation(
                                open.name(),
                                open.waitFor(),
                                open.expireAfter(),
                                open.onDuplicate(),
                                open.maxAttempts(),
                                open.parkOn(),
                                open.acknowledges(),
                                refusals,
                                Optional.empty(),
                                open.cacheFor()),
                        ARGUMENTS)
                .admittedBy(token);
    }
}
