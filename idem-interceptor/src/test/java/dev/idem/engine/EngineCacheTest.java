package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.DuplicateOperationException;
import dev.idem.KeyReusedException;
import dev.idem.OnDuplicate;
import dev.idem.PoisonOperationException;
import dev.idem.StoreUnavailableException;
import dev.idem.TransactionRolledBackException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Finished records that are kept near: for ten seconds, and no longer than they bind. */
class EngineCacheTest extends EngineFixture {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final String WEEK = "P7D";

    private final ModelCache cache = new ModelCache();
    private final Engine caching = engine(cache);

    @Test
    @DisplayName("scenario 126: a duplicate is answered without the store, and told as any other one")
    void duplicateIsAnsweredWithoutTheStore() throws Exception {
        caching.call(cached(), effect("receipt"));
        loseStore();

        assertThat(caching.call(cached(), effect("other"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(listener.told).containsExactly("completed", "answered");
    }

    @Test
    void nothingIsKeptOfAnOperationThatAsksForNothing() throws Exception {
        caching.call(call(), effect("receipt"));
        caching.call(call(), effect("other"));

        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    void nullIsAnsweredAsNull() throws Exception {
        caching.call(cached(), effect(null));
        loseStore();

        @Nullable Object answer = caching.call(cached(), effect("other"));

        assertThat(answer).isNull();
    }

    @Test
    void recordThatADuplicateFoundIsKept() throws Exception {
        database.put(KEY, found(RecordState.COMPLETED, false, Duration.ofHours(1)));
        caching.call(cached(), effect("other"));
        loseStore();

        assertThat(caching.call(cached(), effect("other"))).isEqualTo("found");
    }

    @Test
    @DisplayName("scenario 126: what an operator changes is seen when the time is over")
    void changeIsSeenWhenTheTimeIsOver() throws Exception {
        caching.call(cached(), effect("receipt"));
        database.put(KEY, found(RecordState.COMPLETED, false, Duration.ofHours(1)));

        cache.pass(TEN_SECONDS.minus(MOMENT));
        assertThat(caching.call(cached(), effect("other"))).isEqualTo("receipt");
        cache.pass(MOMENT);
        assertThat(caching.call(cached(), effect("other"))).isEqualTo("found");
    }

    @Test
    void timeBeginsWithTheCommitAndNotWithTheCall() throws Exception {
        caching.call(cached(), lasting(Duration.ofMinutes(1)));
        loseStore();

        cache.pass(TEN_SECONDS.minus(MOMENT));

        assertThat(caching.call(cached(), effect("other"))).isEqualTo("receipt");
    }

    @Test
    @DisplayName("scenario 126: what expires earlier is not answered later, its time begins before it is claimed")
    void ownResultIsKeptNoLongerThanItBinds() throws Exception {
        Call brief = cached("PT3S", OnDuplicate.RETURN_STORED);
        caching.call(brief, lasting(Duration.ofSeconds(1)));
        loseStore();

        cache.pass(Duration.ofSeconds(2).minus(MOMENT));
        assertThat(caching.call(brief, effect("other"))).isEqualTo("receipt");
        cache.pass(MOMENT);
        assertThatThrownBy(() -> caching.call(brief, effect("other"))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void resultThatExpiredBeforeItsCommitIsNotKept() throws Exception {
        caching.call(cached("PT3S", OnDuplicate.RETURN_STORED), lasting(Duration.ofSeconds(4)));

        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("scenario 126: a found record is kept no longer than it binds")
    void foundRecordIsKeptNoLongerThanItBinds() throws Exception {
        database.put(KEY, found(RecordState.COMPLETED, false, Duration.ofSeconds(2)));
        caching.call(cached(), effect("other"));
        loseStore();

        cache.pass(Duration.ofSeconds(2).minus(MOMENT));
        assertThat(caching.call(cached(), effect("other"))).isEqualTo("found");
        cache.pass(MOMENT);
        assertThatThrownBy(() -> caching.call(cached(), effect("other"))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void otherArgumentsAreForTheStoreToRefuse() throws Exception {
        caching.call(cached(), effect("receipt"));

        assertThatThrownBy(() ->
                        caching.call(call(caching(WEEK, OnDuplicate.RETURN_STORED), OTHER_ARGUMENTS), effect("x")))
                .isInstanceOf(KeyReusedException.class);

        assertThat(database.conflicts()).hasSize(1);
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    void duplicatesAreRejectedAsEver() throws Exception {
        Call rejecting = cached(WEEK, OnDuplicate.REJECT);
        caching.call(rejecting, effect("receipt"));
        loseStore();

        assertThatThrownBy(() -> caching.call(rejecting, effect("x"))).isInstanceOf(DuplicateOperationException.class);
    }

    @Test
    void whatIsNotCommittedIsNotKept() {
        database.failNextCommit(ModelTransactions.CommitFault.CONSTRAINT_VIOLATED);
        assertThatThrownBy(() -> caching.call(cached(), effect("receipt")))
                .isInstanceOf(TransactionRolledBackException.class);
        assertThat(cache.isEmpty()).isTrue();

        database.failNextCommit(ModelTransactions.CommitFault.CONNECTION_LOST);
        assertThatThrownBy(() -> caching.call(cached(), effect("receipt")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    void failuresAndRefusalsAreNotKept() throws Exception {
        assertThatThrownBy(() -> caching.call(cached(), failing(new IllegalStateException("no"))))
                .hasMessage("no");
        caching.call(cached(), effect("HTTP 500"));
        assertThatThrownBy(() -> caching.call(cached(), failing(new IllegalArgumentException("sold out"))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> caching.call(cached(), effect("x"))).isInstanceOf(RefusedException.class);

        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    void commitWhoseAnswerWasLostIsKept() throws Exception {
        database.failNextCommit(ModelTransactions.CommitFault.ANSWER_LOST_BUT_COMMITTED);
        caching.call(cached(), effect("receipt"));
        loseStore();

        assertThat(caching.call(cached(), effect("other"))).isEqualTo("receipt");
    }

    @Test
    void callInsideATransactionNeitherKeepsNorIsAnsweredFromWhatIsKept() throws Exception {
        database.begin();
        caching.call(cached(), effect("receipt"));
        database.commit();
        assertThat(cache.isEmpty()).isTrue();

        caching.call(cached(), effect("other"));
        database.put(KEY, found(RecordState.COMPLETED, false, Duration.ofHours(1)));
        database.begin();
        assertThat(caching.call(cached(), effect("other"))).isEqualTo("found");
        database.rollback();
    }

    @Test
    void replayIsForTheStore() throws Exception {
        caching.call(cached(), effect("receipt"));
        database.put(KEY, stored(RecordState.POISON));

        assertThat(caching.call(replay(), effect("replayed"))).isEqualTo("replayed");

        assertThat(database.effects()).hasSize(2);
        cache.pass(TEN_SECONDS);
        loseStore();
        assertThatThrownBy(() -> caching.call(cached(), effect("x"))).isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"COMPLETED", "FAILED", "IN_PROGRESS"})
    void recordThatIsNotCompletedIsNotKept(RecordState state) {
        database.put(KEY, found(state, false, Duration.ofHours(1)));

        assertThatThrownBy(() -> caching.call(cached(), effect("x"))).isNotNull();

        assertThat(cache.isEmpty()).isTrue();
    }

    @Test
    void parkedRecordIsToldBySomebodyElse() {
        database.put(KEY, stored(RecordState.POISON));

        assertThatThrownBy(() -> caching.call(cached(), effect("x"))).isInstanceOf(PoisonOperationException.class);
    }

    @Test
    void recordWhoseResultCannotBeReadIsNotKept() {
        database.put(
                KEY,
                found(RecordState.COMPLETED, false, Duration.ofHours(1))
                        .with(new Payloads.Opened(Optional.empty(), Optional.of("key k1 is not configured"))));

        assertThatThrownBy(() -> caching.call(cached(), effect("x"))).isNotNull();

        assertThat(cache.isEmpty()).isTrue();
    }

    private void loseStore() {
        database.failEveryStatement(new StoreFailure("the store is away"));
    }

    private Body lasting(Duration time) {
        return () -> {
            cache.pass(time);
            return "receipt";
        };
    }

    private static Call cached() {
        return cached(WEEK, OnDuplicate.RETURN_STORED);
    }

    private static Call cached(String expireAfter, OnDuplicate onDuplicate) {
        return call(caching(expireAfter, onDuplicate), ARGUMENTS);
    }

    private static Operation caching(String expireAfter, OnDuplicate onDuplicate) {
        return new Operation(
                "orders.submit",
                FAIL_FAST,
                Retention.parse(expireAfter),
                onDuplicate,
                0,
                List.of(),
                false,
                new MessageRefusals(() -> {}),
                Optional.empty(),
                TEN_SECONDS);
    }

    private static Call replay() {
        Call call = cached();
        return new Call(
                call.operation(),
                KEY,
                call.fingerprint(),
                Optional.empty(),
                call.results(),
                FROM_BROKER,
                Optional.of(new ReplayOrder(7, KEY, 1, false)));
    }

    private static StoredRecord found(RecordState state, boolean expired, Duration bindsFor) {
        return new StoredRecord(
                state,
                expired,
                UUID.randomUUID(),
                Optional.of(ARGUMENTS),
                Optional.empty(),
                Optional.of("found"),
                Optional.empty(),
                bindsFor);
    }
}
