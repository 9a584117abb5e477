package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.Ending;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.Actions;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link Actions}: what operators may do. */
abstract class OperatorContract extends DisclosureContract {

    @Test
    @DisplayName("scenario 83: a replay is asked for, shown and audited; the record stays parked")
    void replayIsAskedFor() {
        RecordKey key = poison();

        RequestLine asked = actions().replay(EDITOR, decide(key, 1));

        assertThat(asked.kind()).isEqualTo(RequestKind.REPLAY);
        assertThat(asked.state()).isEqualTo(RequestState.REQUESTED);
        assertThat(asked.outcome()).isEmpty();
        assertThat(asked.requestedBy()).isEqualTo("eve");
        assertThat(asked.reason()).contains("the provider is back");
        assertThat(detail(key).active()).contains(asked);
        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
        assertThat(inspection().request(asked.id())).contains(asked);
        assertThat(audited(key)).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("REPLAY");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.ACCEPTED);
            assertThat(entry.actor().name()).isEqualTo("eve");
            assertThat(entry.reason()).contains("the provider is back");
        });
    }

    @Test
    @DisplayName("scenario 84: the same click twice is one request")
    void sameTokenIsOneRequest() throws Exception {
        RecordKey key = poison();
        Decision click = decide(key, 1);

        List<Long> clicks = atOnce(4, actions -> actions.replay(EDITOR, click).id());

        assertThat(clicks.stream().distinct()).hasSize(1);
        assertThat(inspection().requests(id(key))).hasSize(1);
        assertThat(audited(key)).hasSize(1);
    }

    @Test
    @DisplayName("scenario 84: of two operators one gets the replay, the other is told")
    void oneReplayAtATime() {
        RecordKey key = poison();
        actions().replay(EDITOR, decide(key, 1));

        assertThatThrownBy(() -> actions().replay(ADMIN, decide(key, 1)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("asked for already");
        assertThatThrownBy(() -> actions().confirmDone(ADMIN, decide(key, 1), "null"))
                .isInstanceOf(NotAllowedException.class);
        assertThat(inspection().requests(id(key))).hasSize(1);
        assertThat(audited(key))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.FAILED, AuditOutcome.ACCEPTED);
    }

    @Test
    @DisplayName("scenario 84: two operators at once get one replay between them")
    void oneReplayAtATimeWhenAskedAtOnce() throws Exception {
        RecordKey key = poison();

        assertThat(atOnce(4, actions -> isAccepted(actions, decide(key, 1)))).containsOnlyOnce(true);
        assertThat(inspection().requests(id(key))).hasSize(1);
    }

    private static boolean isAccepted(Actions actions, Decision decision) {
        try {
            actions.replay(EDITOR, decision);
            return true;
        } catch (NotAllowedException second) {
            return false;
        }
    }

    @Test
    void deniedActionChangesNothingAndIsAudited() {
        RecordKey key = poison();

        assertThatThrownBy(() -> actions().replay(VIEWER, decide(key, 1)))
                .isInstanceOfSatisfying(NotPermittedException.class, denied -> assertThat(denied.permission())
                        .isEqualTo(Permission.REPLAY));
        assertThatThrownBy(() -> actions().replayEdited(OPERATOR, decide(key, 1), "[]"))
                .isInstanceOfSatisfying(NotPermittedException.class, denied -> assertThat(denied.permission())
                        .isEqualTo(Permission.EDIT));

        assertThat(inspection().requests(id(key))).isEmpty();
        assertThat(audited(key)).hasSize(2).allMatch(entry -> entry.outcome() == AuditOutcome.DENIED);
    }

    @Test
    void editedReplayIsAuditedWithWhatChanged() {
        RecordKey key = poison();

        RequestLine asked = actions().replayEdited(EDITOR, decide(key, 1), "[{\"id\":2}]");

        assertThat(asked.edited()).isTrue();
        assertThat(detail(key).arguments()).contains(ARGUMENTS);
        assertThat(detail(key).editedArguments()).contains("[{\"id\":2}]");
        assertThat(audited(key)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).contains(ARGUMENTS);
            assertThat(entry.after()).contains("[{\"id\":2}]");
        });
    }

    @Test
    void staleVersionIsRefused() {
        RecordKey key = poison();

        assertThatThrownBy(() -> actions().dismiss(EDITOR, decide(key, 2)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions().replay(EDITOR, decide(key, 2)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> actions().replay(EDITOR, decide(newKey(), 1)))
                .isInstanceOf(NoSuchRecordException.class);

        assertThat(inspection().requests(id(key))).isEmpty();
    }

    @Test
    void actionThatChangesSomethingNeedsAReason() {
        RecordKey key = poison();
        Decision silent = new Decision(id(key), 1, UUID.randomUUID().toString(), " ");

        assertThatThrownBy(() -> actions().replay(EDITOR, silent))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");
        assertThat(actions().dryRun(EDITOR, silent).state()).isEqualTo(RequestState.REQUESTED);
    }

    @Test
    void tokenOfAnotherActionIsRefused() {
        RecordKey key = poison();
        Decision click = decide(key, 1);
        actions().dryRun(EDITOR, click);

        assertThatThrownBy(() -> actions().dismiss(EDITOR, click)).isInstanceOf(NotAllowedException.class);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("scenario 115: decisions that are done at once move what they may, and raise the version")
    void decisionsMoveWhatTheyMay(RecordState state) {
        assertMoves(Move.DISMISS, state, Actions::dismiss);
        assertMoves(Move.RESTORE, state, Actions::restore);
        assertMoves(Move.RELEASE, state, Actions::release);
        assertMoves(Move.EXPIRE, state, Actions::expire);
        assertMoves(Move.EXTEND, state, (actions, who, what) -> actions.extend(who, what, Duration.ofDays(30)));
    }

    private void assertMoves(Move move, RecordState state, Deciding action) {
        RecordKey key = in(state);
        Decision decision = decide(key, 1);
        Optional<RecordState> target = move.from(state, false);
        if (target.isEmpty()) {
            assertThatThrownBy(() -> action.decide(actions(), ADMIN, decision))
                    .as("%s from %s", move, state)
                    .isInstanceOf(NotAllowedException.class);
            assertThat(detail(key).line().version()).isEqualTo(1);
            return;
        }
        RequestLine done = action.decide(actions(), ADMIN, decision);

        assertThat(done.state()).isEqualTo(RequestState.DONE);
        assertThat(done.outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(action.decide(actions(), ADMIN, decision))
                .as("the same click again")
                .isEqualTo(done);
        KeyState expected = move == Move.EXPIRE
                ? KeyState.EXPIRED
                : KeyState.valueOf(target.get().name());
        assertThat(detail(key).line().state()).isEqualTo(expected);
        assertThat(detail(key).line().version()).isEqualTo(2);
        assertThat(audited(key)).singleElement().satisfies(entry -> assertThat(entry.outcome())
                .isEqualTo(AuditOutcome.SUCCEEDED));
    }

    @Test
    @DisplayName("a finished key is protected for longer, never for less, and not once its time is over")
    void protectionIsExtended() {
        RecordKey key = in(RecordState.COMPLETED);
        Instant before = detail(key).line().expiresAt();

        actions().extend(ADMIN, decide(key, 1), Duration.ofDays(1));
        assertThat(detail(key).line().expiresAt()).isEqualTo(before);
        actions().extend(ADMIN, decide(key, 2), Duration.ofDays(30));
        assertThat(detail(key).line().expiresAt())
                .isCloseTo(inspection().now().plus(Duration.ofDays(30)), within(1, ChronoUnit.MINUTES));

        assertThat(audited(key))
                .extracting(entry -> entry.after().orElse(""))
                .containsExactlyInAnyOrder("protected for PT24H", "protected for PT720H");
        set(key, "expires_at = changed_at");
        assertThatThrownBy(() -> actions().extend(ADMIN, decide(key, 3), Duration.ofDays(1)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("EXPIRED");
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(3_651), Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> actions().extend(ADMIN, decide(key, 3), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> actions().extend(EDITOR, decide(key, 3), Duration.ofDays(1)))
                .isInstanceOf(NotPermittedException.class);
    }

    private interface Deciding {
        RequestLine decide(Actions actions, Operator operator, Decision decision);
    }

    @Test
    void decisionDoesNotWaitForARunningCall() {
        RecordKey key = poison();
        try (TestUnit.Running runner = unit().begin()) {
            assertThat(runner.store().claimParked(claimant(key), new ReplayOrder(1, key, 1, false)))
                    .isInstanceOf(Claim.Claimed.class);

            assertThatThrownBy(() -> actions().dismiss(EDITOR, decide(key, 1)))
                    .isInstanceOf(ChangedMeanwhileException.class)
                    .hasMessageContaining("running");
        }
        assertThat(actions().dismiss(EDITOR, decide(key, 1)).state()).isEqualTo(RequestState.DONE);
    }

    @Test
    @DisplayName("scenario 83: a replay that is refused leaves a refusal in the next version")
    void refusedReplayIsStored() {
        RecordKey key = poison();
        Claimant call = claimant(key);
        unit().commit(store -> {
            assertThat(store.claimParked(call, new ReplayOrder(1, key, 1, true)))
                    .isInstanceOf(Claim.Claimed.class);
            store.storeRefusal(key.hash(), call.attempt(), "no");
            return call;
        });

        KeyDetail refused = detail(key);
        assertThat(refused.line().state()).isEqualTo(KeyState.REFUSED);
        assertThat(refused.line().version()).isEqualTo(2);
        assertThat(refused.result())
                .as("masked, for nothing says what in it is sensitive")
                .hasValue("\"(masked)\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "REFUSED", "FAILED", "DISMISSED"})
    void whatIsNotParkedIsNotReplayed(RecordState state) {
        RecordKey key = in(state);

        assertThatThrownBy(() -> actions().replay(EDITOR, decide(key, 1)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining(state.name());
    }

    @Test
    @DisplayName("scenario 83: a completed call may be asked for again; nothing will run")
    void completedCallMayBeAskedFor() {
        RecordKey key = in(RecordState.COMPLETED);

        assertThat(actions().replay(EDITOR, decide(key, 1)).state()).isEqualTo(RequestState.REQUESTED);
        assertThatThrownBy(() -> actions().replayEdited(EDITOR, decide(in(RecordState.COMPLETED), 1), "[]"))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void workDoneByAWorkerIsShown() {
        RecordKey key = poison();
        RequestLine asked = actions().replay(EDITOR, decide(key, 1));
        RequestWork work = claim("node-1", LEASE).orElseThrow();

        assertThat(inspection().request(asked.id()).orElseThrow().state()).isEqualTo(RequestState.RUNNING);
        did(queue -> queue.finish(work, Ending.of(RequestOutcome.FAILED, "IllegalStateException: still broken")));

        RequestLine done = inspection().request(asked.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(RequestState.DONE);
        assertThat(done.outcome()).contains(RequestOutcome.FAILED);
        assertThat(done.detail()).contains("IllegalStateException: still broken");
        assertThat(done.node()).contains("node-1");
        assertThat(done.finishedAt()).isPresent();
        assertThat(detail(key).active()).isEmpty();
        assertThat(actions().replay(EDITOR, decide(key, 1)).id())
                .as("it may be asked for again")
                .isNotEqualTo(asked.id());
    }

    private static Claimant claimant(RecordKey key) {
        return new Claimant(key, UUID.randomUUID(), Optional.of(Digest.ofTexts("other")), WEEK);
    }
}
