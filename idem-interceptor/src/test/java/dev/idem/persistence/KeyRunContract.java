package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestKind;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPart;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many finished keys are expired or protected for longer at once, on each database. */
abstract class KeyRunContract extends RunWithdrawalContract {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void manyKeysExpireAtOnce() {
        RecordKey first = in(RecordState.COMPLETED);
        RecordKey second = in(RecordState.REFUSED);

        RunLine run = done(keyPlan(RequestKind.EXPIRE, keysIn(), Optional.empty()));

        assertThat(run.figures()).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 0));
        assertThat(List.of(first, second))
                .allSatisfy(key -> assertThat(detail(key).line().state()).isEqualTo(KeyState.EXPIRED));
        assertThat(told(first)).singleElement().satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("EXPIRE");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
            assertThat(entry.reason()).contains("the provider is back");
            assertThat(entry.detail()).contains("in run " + run.id() + ", version 1");
        });
    }

    @Test
    void manyKeysAreProtectedForLonger() {
        RecordKey key = in(RecordState.COMPLETED);
        RecordKey longer = in(RecordState.COMPLETED);
        actions().extend(ADMIN, decide(longer, 1), Duration.ofDays(300));

        RunLine run = done(keyPlan(RequestKind.EXTEND, keysIn(), Optional.of(MONTH)));

        assertThat(run.protection()).contains(MONTH);
        assertThat(run.figures().succeeded()).isEqualTo(2);
        assertThat(protectedFor(key)).isBetween(MONTH.minusHours(1), MONTH);
        assertThat(protectedFor(longer)).as("no key loses time").isGreaterThan(Duration.ofDays(299));
        assertThat(told(key))
                .singleElement()
                .extracting(entry -> entry.detail().orElseThrow())
                .asString()
                .endsWith("version 1, protected for PT720H");
        assertThat(audited(run).get(0).detail().orElseThrow()).startsWith("EXTEND for PT720H of 2 call(s)");
    }

    private Duration protectedFor(RecordKey key) {
        return Duration.between(inspection().now(), detail(key).line().expiresAt());
    }

    @Test
    @DisplayName(
            "of a filter only finished keys that are protected still are meant; a chosen one is left out, and why is told")
    void leftOutOfKeys() {
        RecordKey finished = in(RecordState.COMPLETED);
        RecordKey parked = poison();
        RecordKey unknown = in(RecordState.OUTCOME_UNKNOWN);
        RecordKey over = in(RecordState.COMPLETED);
        set(over, "expires_at = expires_at - interval '8' day");

        assertThat(keys(keyPlan(RequestKind.EXPIRE, keysIn(), Optional.empty())))
                .containsExactly(id(finished));
        RunLine draft = keyPlan(RequestKind.EXTEND, chosen(finished, parked, unknown, over), Optional.of(MONTH));

        assertThat(draft.figures()).isEqualTo(new RunFigures(1, 0, 0, 0, 0, 0, 3));
        assertThat(runs().parts(draft.id()))
                .extracting(RunPart::leftOut)
                .containsExactlyInAnyOrder(
                        Optional.empty(),
                        Optional.of("it protects no finished call: it is POISON"),
                        Optional.of("it protects no finished call: it is OUTCOME_UNKNOWN"),
                        Optional.of("its time is over"));
    }

    @Test
    void changedMeanwhileIsSkipped() {
        RecordKey key = in(RecordState.COMPLETED);
        RecordKey over = in(RecordState.COMPLETED);
        RunLine draft = keyPlan(RequestKind.EXTEND, keysIn(), Optional.of(MONTH));
        actions().extend(ADMIN, decide(key, 1), Duration.ofDays(90));
        set(over, "expires_at = expires_at - interval '8' day");

        RunLine run = done(draft);

        assertThat(run.figures()).isEqualTo(new RunFigures(0, 0, 0, 0, 0, 0, 2));
        assertThat(items(run, RunItem.Which.SKIPPED))
                .extracting(item -> item.detail().orElseThrow())
                .containsOnly("the record changed meanwhile, or a call is running on it: nothing was changed");
        assertThat(detail(over).line().state()).isEqualTo(KeyState.EXPIRED);
    }

    @Test
    @DisplayName("a key whose replay was asked for is left alone: the version tells how the replay ended")
    void replayUnderWayIsLeftAlone() {
        RecordKey asked = in(RecordState.COMPLETED);
        RecordKey later = in(RecordState.COMPLETED);
        RunLine draft = keyPlan(RequestKind.EXPIRE, chosen(later), Optional.empty());
        actions().replay(EDITOR, decide(asked, 1));
        actions().replay(EDITOR, decide(later, 1));

        assertThat(runs().parts(keyPlan(RequestKind.EXPIRE, chosen(asked), Optional.empty())
                        .id()))
                .extracting(RunPart::leftOut)
                .containsExactly(Optional.of("a replay or confirmation of it is under way already"));
        assertThat(done(draft).figures().skipped()).isEqualTo(1);
        assertThatThrownBy(() -> actions().extend(ADMIN, decide(asked, 1), MONTH))
                .isInstanceOf(NotAllowedException.class);
        assertThat(detail(later).line().state()).isEqualTo(KeyState.COMPLETED);
    }

    @Test
    void onlyWhoMayExpireOneMayExpireMany() {
        in(RecordState.COMPLETED);
        RunPlan plan = new RunPlan(RequestKind.EXPIRE, keysIn(), false, token());

        assertThatThrownBy(() -> runActions().plan(EDITOR, plan)).isInstanceOf(NotPermittedException.class);

        RunLine draft = runActions().plan(ADMIN, plan);
        assertThatThrownBy(() -> runActions().start(EDITOR, draft.id(), 1, RunPace.CAREFUL, "because"))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void protectionIsForExtendOnlyAndHasBounds() {
        RunSelection keys = keysIn();

        for (Optional<Duration> wrong : List.of(
                Optional.<Duration>empty(), Optional.of(Duration.ofMillis(999)), Optional.of(Duration.ofDays(3_651)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RunPlan(RequestKind.EXTEND, keys, false, wrong, token()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunPlan(RequestKind.EXPIRE, keys, false, Optional.of(MONTH), token()));
    }

    private RunLine keyPlan(RequestKind kind, RunSelection selection, Optional<Duration> protection) {
        return runActions().plan(ADMIN, new RunPlan(kind, selection, false, protection, token()));
    }

    private RunLine done(RunLine draft) {
        RunLine run = runActions()
                .start(ADMIN, draft.id(), draft.figures().planned(), RunPace.CAREFUL, "the provider is back");
        begin(run, 10);
        return runs().run(run.id()).orElseThrow();
    }

    private RunSelection keysIn() {
        return new RunSelection.Matching(new KeyFilter(
                Optional.of(application),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private List<AuditEntry> told(RecordKey key) {
        return trail().entries(AuditFilter.ofObject(key.hash().hex()), OptionalLong.empty(), 100).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.detail().orElse("").startsWith("in run "))
                .toList();
    }
}
