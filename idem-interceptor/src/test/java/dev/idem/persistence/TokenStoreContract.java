package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.TokenStore.Choice;
import dev.idem.engine.TokenStore.Condition;
import dev.idem.engine.TokenStore.NewToken;
import dev.idem.engine.TokenStore.Terms;
import dev.idem.engine.TokenStore.TokenUse;
import dev.idem.engine.TransientFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link dev.idem.engine.TokenStore}, on a real database. Each test is an application of its own. */
abstract class TokenStoreContract extends TokenStoreFixture {

    @Test
    @DisplayName("scenario 101: a token is used once")
    void tokenIsUsedOnce() {
        NewToken token = issued("alice", HOUR);

        assertThat(use(token, Condition.UNUSED)).isTrue();
        assertThat(use(token, Condition.UNUSED)).isFalse();

        TokenEntity row = row(token);
        assertThat(row.usedAt).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(row.usedBy).isEqualTo("alice");
        assertThat(row.keyHash).isEqualTo(token.key().hash().bytes());
    }

    @Test
    @DisplayName("scenario 101: a use that rolls back leaves the token good")
    void rolledBackUseLeavesItGood() {
        NewToken token = issued("alice", HOUR);
        try (TestUnit.Running running = unit.begin()) {
            assertThat(running.tokens().use(useOf(token, Condition.UNUSED))).isTrue();
        }

        assertThat(use(token, Condition.UNUSED)).isTrue();
    }

    @Test
    @DisplayName("scenario 101: of twenty uses at once one counts")
    void oneOfManyUsesCounts() throws Exception {
        NewToken token = issued("alice", HOUR);
        CyclicBarrier start = new CyclicBarrier(20);
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            Callable<Boolean> call = () -> {
                start.await(20, TimeUnit.SECONDS);
                return use(token, Condition.UNUSED);
            };
            List<Future<Boolean>> uses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                uses.add(callers.submit(call));
            }
            int good = 0;
            for (Future<Boolean> each : uses) {
                good += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void expiredTokenIsNotGood() {
        NewToken token = issued("alice", MOMENT);

        assertThat(use(token, Condition.UNUSED)).isFalse();
        assertThat(use(token, Condition.UNUSED_OR_FAILED)).isFalse();
        assertThat(row(token).usedAt).isNull();
    }

    @Test
    void unknownTokenIsNotGood() {
        NewToken never = token("alice", HOUR);

        assertThat(use(never, Condition.UNUSED)).isFalse();
        assertThat(use(never, Condition.REPLAY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    @DisplayName("scenario 91: a token is of no use to another caller, operation or application")
    void tokenIsOfNoUseToAnotherCall(Condition condition) {
        NewToken token = issued("alice", HOUR);
        RecordKey key = token.key();

        for (RecordKey other : List.of(
                RecordKey.of(application, key.operation(), "caller:bob", key.key()),
                RecordKey.of(application, key.operation(), key.scope() + " ", key.key()),
                RecordKey.of(application, "orders.cancel", key.scope(), key.key()),
                RecordKey.of("another", key.operation(), key.scope(), key.key()))) {
            TokenUse use = new TokenUse(token.hash(), other, Optional.empty(), new Terms(condition, PATIENT));
            assertThat(unit.<Boolean>commitTokens(store -> store.use(use))).isFalse();
        }
        assertThat(row(token).usedAt).isNull();
    }

    @Test
    void failedCallUsesItsOwnTokenAgain() {
        NewToken token = issued("alice", HOUR);
        use(token, Condition.UNUSED);

        assertThat(use(token, Condition.UNUSED_OR_FAILED)).isTrue();
        assertThat(use(token, Condition.UNUSED)).isFalse();
    }

    @Test
    void replayUsesUpWhatIsThereWhateverItsState() {
        NewToken expired = issued("alice", MOMENT);
        NewToken used = issued("alice", HOUR);
        use(used, Condition.UNUSED);

        assertThat(use(expired, Condition.REPLAY)).isTrue();
        assertThat(use(used, Condition.REPLAY)).as("it is used").isFalse();
        assertThat(row(expired).usedAt).isNotNull();
    }

    @Test
    void revokedTokenIsNotGood() {
        NewToken token = issued("alice", HOUR);

        assertThat(revoke(new Choice.ByHash(application, token.hash()))).isEqualTo(1);
        assertThat(revoke(new Choice.ByHash(application, token.hash()))).isZero();

        assertThat(use(token, Condition.UNUSED)).isFalse();
        assertThat(row(token).revokedBy).isEqualTo("eve");
        assertThat(row(token).revokedAt).isNotNull();
    }

    @Test
    void tokenIsRevokedByItsPublicId() {
        NewToken token = issued("alice", HOUR);

        assertThat(revoke(new Choice.ById("another", token.publicId()))).isZero();
        assertThat(revoke(new Choice.ById(application, token.publicId()))).isEqualTo(1);

        assertThat(use(token, Condition.UNUSED)).isFalse();
    }

    @Test
    void tokensOfSomeoneAreRevokedTogether() {
        NewToken one = issued("alice", HOUR);
        NewToken two = issued("alice", HOUR);
        NewToken used = issued("alice", HOUR);
        use(used, Condition.UNUSED);
        issued("alice", MOMENT);
        NewToken bobs = issued("bob", HOUR);

        assertThat(revoke(new Choice.BySubject(application, "alice", "other"))).isZero();
        assertThat(revoke(new Choice.BySubject(application, "alice", "checkout")))
                .isEqualTo(2);

        assertThat(use(one, Condition.UNUSED)).isFalse();
        assertThat(use(two, Condition.UNUSED)).isFalse();
        assertThat(use(bobs, Condition.UNUSED)).isTrue();
        assertThat(row(used).revokedAt).isNull();
    }

    @Test
    @DisplayName("a used token is revoked where its call certainly failed, and could use it again")
    void tokenOfAFailedCallIsRevoked() {
        NewToken failed = issued("alice", HOUR);
        NewToken running = issued("alice", HOUR);
        for (NewToken token : List.of(failed, running)) {
            use(token, Condition.UNUSED);
            record(token, token == failed ? "FAILED" : "IN_PROGRESS");
        }

        assertThat(revoke(new Choice.ByHash(application, running.hash()))).isZero();
        assertThat(revoke(new Choice.BySubject(application, "alice", "checkout")))
                .isEqualTo(1);

        assertThat(use(failed, Condition.UNUSED_OR_FAILED)).isFalse();
        assertThat(use(running, Condition.UNUSED_OR_FAILED)).isTrue();
    }

    @Test
    @DisplayName("who revokes does not wait for the call that is using the token")
    void revokingDoesNotWait() {
        NewToken token = issued("alice", HOUR);
        try (TestUnit.Running call = unit.begin()) {
            assertThat(call.tokens().use(useOf(token, Condition.UNUSED))).isTrue();

            assertThat(revoke(new Choice.ByHash(application, token.hash()))).isZero();
            assertThat(revoke(new Choice.BySubject(application, "alice", "checkout")))
                    .isZero();
            call.commit();
        }
        assertThat(row(token).usedAt).isNotNull();
        assertThat(row(token).revokedAt).isNull();
    }

    @Test
    @DisplayName("a call waits for who revokes its token, but not for ever, and nothing is used up then")
    void useWaitsForWhoRevokesButNotForEver() {
        NewToken token = issued("alice", HOUR);
        try (TestUnit.Running revoking = unit.begin()) {
            assertThat(revoking.tokens().revoke(new Choice.ByHash(application, token.hash()), "eve"))
                    .isEqualTo(1);

            TokenUse use = new TokenUse(
                    token.hash(), token.key(), Optional.empty(), new Terms(Condition.UNUSED, Duration.ofMillis(50)));
            assertThatThrownBy(() -> unit.commitTokens(store -> store.use(use)))
                    .isInstanceOf(StoreFailure.class)
                    .matches(TransientFailures::isTransient);
        }
        assertThat(use(token, Condition.UNUSED)).as("after its rollback").isTrue();
    }

    @Test
    void lateAttemptsOfUsedTokensAreCounted() {
        NewToken used = issued("alice", HOUR);
        NewToken unused = issued("alice", HOUR);
        use(used, Condition.UNUSED);
        Map<Digest, Integer> late =
                Map.of(used.hash(), 3, unused.hash(), 2, token("bob", HOUR).hash(), 1);

        countLate(late);
        countLate(late);

        assertThat(row(used).lateAttempts).isEqualTo(6);
        assertThat(row(unused).lateAttempts).isZero();
    }

    @Test
    void expiryIsThatOfTheDatabaseWhateverTheTimeZoneOfTheSession() {
        NewToken token = token("alice", HOUR);

        Instant expiresAt = unit.commitTokens(store -> store.issue(token));

        TokenEntity row = row(token);
        assertThat(row.issuedAt).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(expiresAt)
                .isEqualTo(row.expiresAt)
                .isCloseTo(row.issuedAt.plus(HOUR.rest()), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void tokenIsIssuedOnce() {
        NewToken token = issued("alice", HOUR);

        assertThatThrownBy(() -> unit.commitTokens(store -> store.issue(token))).isInstanceOf(StoreFailure.class);
    }

    @Test
    void longestNamesFit() {
        RecordKey key = RecordKey.of("a".repeat(128), "ż".repeat(255), "ż".repeat(255), "k");
        NewToken token = new NewToken(
                Digest.ofTexts(application),
                key,
                UUID.randomUUID() + "1234",
                "ż".repeat(100),
                "ż".repeat(255),
                "ż".repeat(255),
                HOUR);
        unit.commitTokens(store -> store.issue(token));

        assertThat(row(token).subject).hasSize(255);
        assertThat(row(token).purpose).hasSize(100);
    }
}
