package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.FailureCause;
import dev.idem.engine.Origin;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.ConflictLine;
import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Page;
import dev.idem.inspect.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.idem.inspect.Inspection}: what operators see. */
abstract class InspectionContract extends CancellationContract {

    @Test
    @DisplayName("scenario 89: a parked call is listed with its last cause, and without its payload")
    void parkedCallIsListed() {
        RecordKey key = poison();

        Page<KeyLine> page = inspection().keys(ours().in(KeyState.POISON), Optional.empty(), 10);

        assertThat(page.lines()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(id(key));
            assertThat(line.key()).isEqualTo(key.key());
            assertThat(line.scope()).isEqualTo("alice");
            assertThat(line.state()).isEqualTo(KeyState.POISON);
            assertThat(line.version()).isEqualTo(1);
            assertThat(line.failures()).isEqualTo(1);
            assertThat(line.cause()).contains("java.lang.IllegalStateException");
        });
        assertThat(page.next()).isEmpty();
    }

    @Test
    @DisplayName("console feature 1: calls with other arguments are told, the last first, and masked")
    void otherArgumentsAreTold() {
        RecordKey key = poison();
        for (String arguments : List.of("[{\"id\":2,\"card\":\"4111\"}]", "[{\"id\":3}]")) {
            unit().commit(store -> {
                store.keepConflict(new Conflict(
                        key,
                        Digest.ofTexts("recorded"),
                        Digest.ofTexts(arguments),
                        Optional.of(arguments),
                        Origin.Source.HTTP,
                        Optional.empty(),
                        Optional.of("carol"),
                        Optional.empty(),
                        WEEK));
                return key;
            });
        }

        List<ConflictLine> lines = inspection().conflicts(id(key));

        assertThat(lines)
                .extracting(ConflictLine::arguments)
                .containsExactly(Optional.of("[{\"id\":3}]"), Optional.of("[{\"id\":2,\"card\":\"(masked)\"}]"));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.source()).isEqualTo("HTTP");
            assertThat(line.caller()).contains("carol");
            assertThat(line.node()).isNotBlank();
        });
        assertThat(inspection().conflicts(id(poison()))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitions() {
        Set<RecordId> expected = Set.of(id(poison()), id(poison()), id(poison()), id(poison()), id(poison()));
        List<KeyLine> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<KeyLine> page = inspection().keys(ours(), next, 2);
            seen.addAll(page.lines());
            next = page.next().map(Cursor::text).map(Cursor::parse);
        } while (next.isPresent());

        assertThat(seen).extracting(KeyLine::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(seen).extracting(KeyLine::changedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void filtersNarrow() {
        RecordKey poison = poison();
        RecordKey expired = in(RecordState.COMPLETED);
        set(expired, "expires_at = changed_at");
        in(RecordState.COMPLETED);

        assertThat(listed(ours().in(KeyState.EXPIRED))).containsExactly(id(expired));
        assertThat(listed(ours().in(KeyState.COMPLETED))).hasSize(1).doesNotContain(id(expired));
        assertThat(listed(ours().in(KeyState.POISON, KeyState.EXPIRED)))
                .containsExactlyInAnyOrder(id(poison), id(expired));
        assertThat(listed(ours().key(poison.key()))).containsExactly(id(poison));
        assertThat(listed(ours().of(application, "another"))).isEmpty();
        assertThat(inspection().count(ours())).isEqualTo(new Count(3, false));
    }

    @Test
    void detailHasThePayload() {
        RecordKey key = poison();

        assertThat(detail(key).arguments()).contains(ARGUMENTS);
        assertThat(detail(key).result()).isEmpty();
        assertThat(detail(key).active()).isEmpty();
        assertThat(inspection().attempts(id(key))).singleElement().satisfies(attempt -> {
            assertThat(attempt.message()).isEqualTo("broken");
            assertThat(attempt.counted()).isTrue();
            assertThat(attempt.node()).isEqualTo("node-1");
        });
        assertThat(inspection().key(new RecordId("00".repeat(32)))).isEmpty();
    }

    @Test
    @DisplayName("console check 25: a key is found by what the application was given, without knowing its hash")
    void keyIsLookedUp() {
        RecordKey global = recorded("", RecordState.COMPLETED);
        RecordKey callers = recorded(global, "caller:alice", RecordState.COMPLETED);
        RecordKey parked = recorded(global, "caller:bob", RecordState.POISON);
        recorded("", RecordState.COMPLETED);

        assertThat(lookedUp(global.key(), "")).containsExactlyInAnyOrder(id(global), id(parked));
        assertThat(lookedUp(global.key(), "", "caller:alice"))
                .containsExactlyInAnyOrder(id(global), id(callers), id(parked));
        assertThat(lookedUp(global.key(), "caller:bob")).containsExactly(id(parked));
        assertThat(lookedUp(global.key() + "0", "")).isEmpty();
        assertThat(lookedUp(global.key().substring(1), "")).isEmpty();
        assertThat(inspection().lookUp("no\0key", Set.of(""))).isEmpty();
        assertThat(inspection().lookUp(global.key(), Set.of()))
                .extracting(KeyLine::id)
                .containsExactly(id(parked));
    }

    @Test
    @DisplayName("console checks 23 and 24: parked calls are grouped by cause, with the count and times of their list")
    void parkedCallsAreGrouped() {
        RecordKey first = failed("no answer for order 17");
        RecordKey second = failed("no answer for order 18");
        set(first, "changed_at = changed_at - interval '2' day");
        set(second, "state = 'OUTCOME_UNKNOWN'");
        RecordKey other = failed("no money");
        RecordKey bare = recorded("", RecordState.OUTCOME_UNKNOWN);
        set(failed("no answer for order 19"), "state = 'COMPLETED'");

        assertThat(groups())
                .extracting(CauseGroup::message)
                .containsExactlyInAnyOrder("no answer for order 18", "no money", "");
        CauseGroup answers = group("no answer for order 18");
        assertThat(answers.operation()).isEqualTo("orders.submit");
        assertThat(answers.exception()).isEqualTo("java.lang.IllegalStateException");
        assertThat(answers.frame()).endsWith("InspectionContract.keep");
        assertThat(answers.count()).isEqualTo(2);
        assertThat(answers.unknown()).isEqualTo(1);
        assertThat(answers.lastDay()).isEqualTo(1);
        assertThat(answers.first()).isEqualTo(detail(first).line().changedAt());
        assertThat(answers.last()).isEqualTo(detail(second).line().changedAt());
        assertThat(group("").cause()).isEqualTo(CauseGroup.NONE);
        KeyFilter waiting = ours().in(KeyState.POISON, KeyState.OUTCOME_UNKNOWN);
        assertThat(listed(waiting.failedBy(answers.cause()))).containsExactly(id(second), id(first));
        assertThat(listed(waiting.failedBy(group("no money").cause()))).containsExactly(id(other));
        assertThat(listed(waiting.failedBy(CauseGroup.NONE))).containsExactly(id(bare));
        assertThatThrownBy(() -> waiting.failedBy("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("console check 23: a call that failed by another cause last is in that group alone")
    void lastAttemptDecidesTheGroup() {
        RecordKey key = failed("no answer");
        keep(key, "no money");

        assertThat(groups()).extracting(CauseGroup::message).containsExactly("no money");
    }

    private List<CauseGroup> groups() {
        return inspection().groups().stream()
                .filter(group -> group.application().equals(application))
                .toList();
    }

    private CauseGroup group(String message) {
        return groups().stream()
                .filter(group -> group.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    /** A parked call. */
    private RecordKey failed(String message) {
        RecordKey key = recorded("", RecordState.POISON);
        keep(key, message);
        return key;
    }

    private void keep(RecordKey key, String message) {
        FailureCause cause = FailureCause.of(new IllegalStateException(message));
        unit().commit(store -> {
            store.keepFailure(new FailedAttempt(key, UUID.randomUUID(), cause, true, WEEK));
            return key;
        });
    }

    private List<RecordId> lookedUp(String key, String... scopes) {
        return inspection().lookUp(key, Set.of(scopes)).stream()
                .map(KeyLine::id)
                .toList();
    }

    private RecordKey recorded(String scope, RecordState state) {
        return recorded(newKey(), scope, state);
    }

    /** A record of the same key in a scope. */
    private RecordKey recorded(RecordKey same, String scope, RecordState state) {
        RecordKey key = RecordKey.of(application, "orders.submit", scope, same.key());
        unit().commit(store -> store.park(new ParkedCall(
                key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), Optional.of(ARGUMENTS), WEEK)));
        set(key, "state = '" + state + "'");
        return key;
    }

    private KeyFilter ours() {
        return KeyFilter.ALL.of(application, "orders.submit");
    }

    private List<RecordId> listed(KeyFilter filter) {
        return inspection().keys(filter, Optional.empty(), 50).lines().stream()
                .map(KeyLine::id)
                .toList();
    }
}
