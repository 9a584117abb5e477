package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.Actions;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How requests end: by a worker, which the audit trail tells, or taken back by an operator. */
abstract class CancellationContract extends WorkQueueContract {

    @Test
    @DisplayName("scenario 83: how a request ended stands in the audit trail, for whoever asked, without what was said")
    void endOfARequestIsAudited() {
        RecordKey key = poison();
        RequestLine asked = actions().replayEdited(EDITOR, decide(key, 1), "[{\"id\":2}]");
        RequestWork work = claim("node-1", LEASE).orElseThrow();

        did(queue -> queue.finish(work, new Ending(RequestOutcome.FAILED, "still broken", Optional.of("robot"))));

        List<AuditEntry> entries = audited(key);
        assertThat(entries).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.FAILED, AuditOutcome.ACCEPTED);
        assertThat(entries).extracting(AuditEntry::verb).containsOnly("REPLAY_EDITED");
        assertThat(entries).extracting(entry -> entry.actor().name()).containsOnly("eve");
        assertThat(entries)
                .extracting(AuditEntry::operationId)
                .containsOnly(entries.get(1).operationId());
        assertThat(entries.get(0).detail()).contains("request " + asked.id() + " ended: FAILED, called as robot");
        assertThat(inspection().request(asked.id()).orElseThrow().detail()).contains("still broken; called as robot");
        assertThat(trail().verify().intact()).isTrue();
    }

    @Test
    @DisplayName("scenario 117: a worker that lost its claim writes nothing in the audit trail")
    void lostClaimIsNotAudited() {
        RecordKey key = poison();
        actions().replay(EDITOR, decide(key, 1));
        RequestWork first = claim("node-1", OVER).orElseThrow();
        RequestWork second = claim("node-2", LEASE).orElseThrow();

        did(queue -> queue.finish(first, Ending.of(RequestOutcome.FAILED, "late")));
        did(queue -> queue.finish(second, Ending.of(RequestOutcome.DEDUPLICATED, "completed before")));

        assertThat(audited(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.SUCCEEDED, AuditOutcome.ACCEPTED);
    }

    @Test
    void waitingRequestIsTakenBack() {
        RecordKey key = poison();
        RequestLine asked = actions().replay(EDITOR, decide(key, 1));

        RequestLine cancelled = actions().cancel(OPERATOR, asked.id(), "the operation is gone");

        assertThat(cancelled.id()).isEqualTo(asked.id());
        assertThat(cancelled.state()).isEqualTo(RequestState.DONE);
        assertThat(cancelled.outcome()).contains(RequestOutcome.CANCELLED);
        assertThat(cancelled.detail()).contains("no node had taken it: nothing ran");
        assertThat(cancelled.finishedAt()).isPresent();
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(detail(key).active()).isEmpty();
        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
        assertThat(audited(key)).hasSize(2).first().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("CANCEL");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
            assertThat(entry.actor().name()).isEqualTo("otto");
            assertThat(entry.reason()).contains("the operation is gone");
            assertThat(entry.detail()).contains("request " + asked.id() + ", REPLAY asked for by eve");
            assertThat(entry.operationId()).isEqualTo(audited(key).get(1).operationId());
        });
        assertThat(actions().replay(EDITOR, decide(key, 1)).id())
                .as("it may be asked for again")
                .isNotEqualTo(asked.id());
    }

    @Test
    void requestIsTakenBackOnce() throws Exception {
        RecordKey key = poison();
        long asked = actions().replay(EDITOR, decide(key, 1)).id();

        List<RequestOutcome> answers = atOnce(4, actions -> actions.cancel(EDITOR, asked, "a double click")
                .outcome()
                .orElseThrow());

        assertThat(answers).containsOnly(RequestOutcome.CANCELLED);
        assertThat(audited(key)).as("asked for, taken back").hasSize(2);
        assertThat(actions().cancel(ADMIN, asked, "once more").outcome()).contains(RequestOutcome.CANCELLED);
        assertThat(audited(key)).hasSize(2);
    }

    @Test
    void requestThatANodeCarriesOutIsNotTakenBack() {
        RecordKey key = poison();
        long asked = actions().replay(EDITOR, decide(key, 1)).id();
        RequestWork work = claim("node-1", LEASE).orElseThrow();

        assertThatThrownBy(() -> actions().cancel(EDITOR, asked, "too late"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("a node is carrying the request out");
        assertThat(did(queue -> queue.finish(work, Ending.of(RequestOutcome.SUCCEEDED, "completed"))))
                .isTrue();
        assertThatThrownBy(() -> actions().cancel(EDITOR, asked, "far too late"))
                .isInstanceOf(NotAllowedException.class);

        assertThat(inspection().request(asked).orElseThrow().outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(audited(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(
                        AuditOutcome.FAILED, AuditOutcome.SUCCEEDED, AuditOutcome.FAILED, AuditOutcome.ACCEPTED);
    }

    @Test
    @DisplayName("scenario 117: a request of a node that died is taken back, and says that the node had begun")
    void requestOfADeadNodeIsTakenBack() {
        RecordKey key = poison();
        long asked = actions().replay(EDITOR, decide(key, 1)).id();
        RequestWork work = claim("node-1", OVER).orElseThrow();
        assertThat(inspection().request(asked).orElseThrow().leaseUntil()).hasValueSatisfying(until -> assertThat(until)
                .isBeforeOrEqualTo(inspection().now()));

        RequestLine cancelled = actions().cancel(EDITOR, asked, "the node is gone");

        assertThat(cancelled.detail().orElseThrow()).contains("node node-1 had begun");
        assertThat(did(queue -> queue.renew(work, LEASE))).isFalse();
        assertThat(did(queue -> queue.finish(work, Ending.of(RequestOutcome.SUCCEEDED, "late"))))
                .isFalse();
        assertThat(claim("node-2", LEASE)).isEmpty();
    }

    @Test
    void requestIsEitherTakenOrTakenBack() throws Exception {
        for (int round = 0; round < 5; round++) {
            anotherApplication();
            long asked = actions().replay(EDITOR, decide(poison(), 1)).id();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<Boolean> worker =
                        threads.submit(() -> claim("node-1", LEASE).isPresent());
                Future<Boolean> operator = threads.submit(() -> elsewhere(actions -> isTakenBack(actions, asked)));

                assertThat(worker.get(60, TimeUnit.SECONDS)).isNotEqualTo(operator.get(60, TimeUnit.SECONDS));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static boolean isTakenBack(Actions actions, long request) {
        try {
            return actions.cancel(EDITOR, request, "at the same time")
                    .outcome()
                    .equals(Optional.of(RequestOutcome.CANCELLED));
        } catch (NotAllowedException taken) {
            return false;
        }
    }

    @Test
    void takingBackNeedsPermissionReasonAndARequest() {
        RecordKey key = poison();
        long asked = actions().dryRun(EDITOR, decide(key, 1)).id();

        assertThatThrownBy(() -> actions().cancel(VIEWER, asked, "because"))
                .isInstanceOfSatisfying(NotPermittedException.class, denied -> assertThat(denied.permission())
                        .isEqualTo(Permission.REPLAY));
        assertThatThrownBy(() -> actions().cancel(EDITOR, asked, " "))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> actions().cancel(EDITOR, Long.MAX_VALUE, "because"))
                .isInstanceOf(NoSuchRecordException.class);

        assertThat(inspection().request(asked).orElseThrow().state()).isEqualTo(RequestState.REQUESTED);
        assertThat(audited(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.DENIED, AuditOutcome.ACCEPTED);
    }

    /** Several operators do the same, each on a connection of their own. */
    <T> List<T> atOnce(int operators, Function<Actions, T> action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(operators);
        try {
            List<Future<T>> asked = new ArrayList<>();
            for (int i = 0; i < operators; i++) {
                asked.add(threads.submit(() -> elsewhere(action)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> each : asked) {
                answers.add(each.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    List<AuditEntry> audited(RecordKey key) {
        return trail().entries(AuditFilter.ALL, OptionalLong.empty(), 500).stream()
                .map(AuditRecord::entry)
                .filter(entry ->
                        entry.subject().keyHash().equals(Optional.of(key.hash().hex())))
                .toList();
    }
}
