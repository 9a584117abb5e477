package dev.idem.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.admin.web.Relatives;
import dev.idem.admin.web.Times;
import dev.idem.inspect.DerivedCall;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final int VERSION = 3;
    private static final OperationInfo TRANSACTIONAL = operation("TRANSACTIONAL", Optional.empty(), NOW);
    private static final OperationInfo EXTERNAL = operation("EXTERNAL_EFFECT", Optional.empty(), NOW);

    @Test
    void rolledBackAttemptsAreSafeToReplay() {
        Verdict verdict = verdict(KeyState.POISON, TRANSACTIONAL);

        assertThat(verdict.title()).isEqualTo("Safe to replay");
        assertThat(verdict.text()).startsWith("Never executed");
        assertThat(verdict.style()).isEqualTo("good");
        assertThat(verdict.evidence())
                .contains(
                        new Evidence(
                                "Key store",
                                "poison since 2026-02-03 04:05:06 UTC, version 3; 2 failed attempts are kept"),
                        new Evidence("Operation", "transactional: effect and record commit together, or neither"),
                        new Evidence("Nodes", "last sign of life 0 s ago, node-1 announced it"),
                        new Evidence("Arguments", "kept"));
    }

    @Test
    void effectsOutsideAreNotRolledBack() {
        assertThat(verdict(KeyState.POISON, EXTERNAL).title()).isEqualTo("A replay may repeat an effect");
        assertThat(verdict(KeyState.POISON, EXTERNAL).text()).contains("is not rolled back");
        assertThat(verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL).text()).startsWith("Outcome unknown");
        assertThat(verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL).style()).isEqualTo("bad");
    }

    @Test
    void applicationSaysWhetherTheEffectIsThere() {
        Verdict there = verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL, probe(RequestOutcome.HAPPENED, VERSION));
        Verdict notThere = verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL, probe(RequestOutcome.NOT_HAPPENED, VERSION));
        Verdict unknown = verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL, probe(RequestOutcome.UNKNOWN, VERSION));

        assertThat(there.title()).isEqualTo("The effect is there");
        assertThat(there.text()).contains("Do not replay it");
        assertThat(notThere.title()).isEqualTo("Safe to replay, says the application");
        assertThat(notThere.style()).isEqualTo("warn");
        assertThat(unknown.title()).isEqualTo("A replay may repeat an effect");
        assertThat(there.evidence())
                .contains(new Evidence("Probe", "the effect is there, at 2026-02-03 04:05:06 UTC, asked by olga"));
    }

    @Test
    void probeOfAnEarlierVersionSaysNothing() {
        Verdict verdict = verdict(KeyState.OUTCOME_UNKNOWN, EXTERNAL, probe(RequestOutcome.NOT_HAPPENED, VERSION - 1));

        assertThat(verdict.title()).isEqualTo("A replay may repeat an effect");
        assertThat(verdict.evidence()).noneMatch(each -> each.source().equals("Probe"));
    }

    @Test
    void whatNoNodeCanRunSaysWhy() {
        Verdict never = verdict(KeyState.POISON, operation("TRANSACTIONAL", Optional.of("it takes a stream"), NOW));
        Verdict gone = Verdict.of(new Findings(
                record(KeyState.POISON, Optional.of("[]")), Optional.empty(), List.of(), List.of(), Times.utc(NOW)));
        Verdict bare = Verdict.of(new Findings(
                record(KeyState.POISON, Optional.empty()),
                Optional.of(TRANSACTIONAL),
                List.of(),
                List.of(),
                Times.utc(NOW)));

        assertThat(never.title()).isEqualTo("Cannot be replayed");
        assertThat(never.text()).isEqualTo("it takes a stream");
        assertThat(gone.text()).contains("No application has ever announced this operation");
        assertThat(bare.text()).isEqualTo("Its arguments were not kept.");
    }

    @Test
    void nodesThatAreAwayAreTold() {
        Verdict verdict =
                verdict(KeyState.POISON, operation("TRANSACTIONAL", Optional.empty(), NOW.minusSeconds(3_600)));

        assertThat(verdict.title()).isEqualTo("Safe to replay, but no node answers");
        assertThat(verdict.style()).isEqualTo("warn");
        assertThat(verdict.evidence())
                .contains(new Evidence("Nodes", "none has given a sign of life since 2026-02-03 03:05:06 UTC"));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "IN_PROGRESS", "OUTCOME_UNKNOWN", "EXPIRED"})
    void relativesThatRanAreWarnedOfBothWays(KeyState ran) {
        DerivedCall itself = relative(KeyState.POISON, ran);
        DerivedCall done = relative(ran, KeyState.POISON);
        DerivedCall waits = relative(KeyState.POISON, KeyState.POISON);

        assertThat(verdict(new Relatives(Optional.empty(), List.of(), List.of(waits, done))))
                .satisfies(verdict -> assertThat(verdict.style()).isEqualTo("bad"))
                .extracting(Verdict::title)
                .isEqualTo("An edit of it ran under another key");
        assertThat(verdict(new Relatives(Optional.of(itself), List.of(), List.of())))
                .satisfies(verdict -> assertThat(verdict.style()).isEqualTo("bad"))
                .extracting(Verdict::title)
                .isEqualTo("The call it is an edit of ran");
        assertThat(verdict(new Relatives(Optional.of(waits), List.of(done), List.of())))
                .satisfies(verdict -> assertThat(verdict.style()).isEqualTo("bad"))
                .extracting(Verdict::title)
                .isEqualTo("Another edit of the same call ran");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISMISSED", "FAILED", "REFUSED"})
    void relativesThatNeverRanAreNoDanger(KeyState never) {
        DerivedCall call = relative(never, never);

        assertThat(verdict(new Relatives(Optional.of(call), List.of(call), List.of(call)))
                        .title())
                .isEqualTo("Safe to replay");
    }

    private static Verdict verdict(Relatives relatives) {
        return Verdict.of(new Findings(
                record(KeyState.POISON, Optional.of("[]")),
                Optional.of(TRANSACTIONAL),
                List.of(),
                List.of(),
                relatives,
                Times.utc(NOW)));
    }

    private static DerivedCall relative(KeyState state, KeyState originState) {
        return new DerivedCall(
                new RecordId("cd".repeat(32)),
                "4711~1f2e3d4c5b6a7988",
                state,
                new RecordId("ef".repeat(32)),
                "4711",
                originState,
                NOW);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void everyStateHasAVerdict(KeyState state) {
        Verdict verdict = verdict(state, TRANSACTIONAL);

        assertThat(verdict.title()).isNotBlank();
        assertThat(verdict.evidence()).hasSize(5);
    }

    private static Verdict verdict(KeyState state, OperationInfo operation, RequestLine... requests) {
        return Verdict.of(new Findings(
                record(state, Optional.of("[]")),
                Optional.of(operation),
                List.of(requests),
                List.of(),
                Times.utc(NOW)));
    }

    private static KeyDetail record(KeyState state, Optional<String> arguments) {
        KeyLine line = new KeyLine(
                new RecordId("ab".repeat(32)),
                "shop",
                "buy",
                "",
                "4711",
                state,
                VERSION,
                NOW,
                NOW,
                2,
                Optional.empty());
        return new KeyDetail(
                line,
                NOW,
                arguments,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static OperationInfo operation(String mode, Optional<String> notReplayable, Instant lastSeenAt) {
        return new OperationInfo(
                "shop", "buy", "Shop", "buy", "", mode, "{}", Optional.empty(), notReplayable, "node-1", lastSeenAt);
    }

    private static RequestLine probe(RequestOutcome outcome, int version) {
        return new RequestLine(
                7,
                RequestKind.PROBE,
                RequestState.DONE,
                new RecordId("ab".repeat(32)),
                version,
                Optional.of(outcome),
                Optional.empty(),
                Optional.empty(),
                "olga",
                NOW,
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of("node-1"),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
