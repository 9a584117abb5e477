package dev.idem.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.admin.testing.Seed;
import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.Rendering;
import dev.idem.admin.web.Times;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordPageTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final RecordId ID = new RecordId("ab".repeat(32));
    private static final String EVIL = Seed.HOSTILE;

    @Test
    @DisplayName("console check 15: every text of a record is shown as it is")
    void everyTextIsATextWhateverItSays() {
        RequestLine done = request(RequestState.DONE, Optional.of(RequestOutcome.FAILED));
        RecordPage page = RecordPage.of(
                found(record(KeyState.POISON, Optional.empty()), Optional.of(operation(Optional.of(EVIL))), done),
                List.of(new AttemptLine(1, NOW, true, EVIL, EVIL, EVIL + "\nCaused by: " + EVIL, EVIL)),
                viewing(Role.OPERATOR, "7"));

        String html = Rendering.of("record/detail.html", "record", page, EVIL);

        assertThat(html).doesNotContain("<img").doesNotContain("<script").doesNotContain("__64__");
        assertThat(html.split("&lt;img src=x onerror=alert\\(1\\)&gt;", -1)).hasSizeGreaterThan(14);
    }

    @Test
    @DisplayName("console check 15: every text of an action's page is shown as it is")
    void everyTextOfAnActionIsAText() {
        ActionForm form = ActionForm.fresh(3);
        form.reason = EVIL;
        form.result = EVIL;
        for (Action action : Action.values()) {
            ActionPage page = ActionPage.of(
                    action,
                    found(record(KeyState.POISON, Optional.empty()), Optional.of(operation(Optional.empty()))),
                    operator(Role.ADMIN),
                    form,
                    EVIL);

            String html = Rendering.of("record/action.html", "action", page, EVIL);

            assertThat(html)
                    .as("%s", action)
                    .contains("&lt;img")
                    .doesNotContain("<img")
                    .doesNotContain("<script");
        }
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void everyStateHasAPage(KeyState state) {
        RecordPage page = RecordPage.of(
                found(record(state, Optional.empty()), Optional.empty()), List.of(), viewing(Role.VIEWER, ""));

        String html = Rendering.of("record/detail.html", "record", page, "alice");

        assertThat(html)
                .contains(page.verdict().title())
                .contains("badge large " + page.state().style());
    }

    @Test
    @DisplayName("console check 5: what a role lacks is said beside the action")
    void whatARoleLacksIsSaid() {
        assertThat(Offer.of(record(KeyState.POISON, Optional.empty()), Optional.empty(), operator(Role.VIEWER)))
                .extracting(Offer::hindrance)
                .allMatch(why -> why.contains("your roles do not include the permission"));
        assertThat(Offer.of(record(KeyState.POISON, Optional.empty()), Optional.empty(), operator(Role.OPERATOR)))
                .filteredOn(Offer::possible)
                .extracting(Offer::path)
                .containsExactly("replay", "dry-run", "probe", "dismiss");
        assertThat(Offer.of(record(KeyState.DISMISSED, Optional.empty()), Optional.empty(), operator(Role.EDITOR)))
                .extracting(Offer::path)
                .containsExactly("dry-run", "probe", "restore", "purge");
        assertThat(Offer.of(record(KeyState.OUTCOME_UNKNOWN, Optional.empty()), Optional.empty(), operator(Role.ADMIN)))
                .extracting(Offer::path)
                .containsExactly("replay", "edit", "dry-run", "probe", "confirm", "release", "purge");
        assertThat(Offer.of(record(KeyState.COMPLETED, Optional.empty()), Optional.empty(), operator(Role.ADMIN)))
                .extracting(Offer::path)
                .containsExactly("expire", "extend", "purge");
    }

    @Test
    @DisplayName("console check 30: a replay that is under way is named, with who asked for it")
    void replayUnderWayIsNamed() {
        KeyDetail record = record(KeyState.POISON, Optional.of(request(RequestState.REQUESTED, Optional.empty())));

        assertThat(Offer.of(record, Optional.empty(), operator(Role.OPERATOR)))
                .filteredOn(offer -> offer.path().equals("replay"))
                .allMatch(offer -> offer.hindrance().contains("asked for by " + EVIL));
        assertThat(Verdict.of(found(record, Optional.empty())).title()).isEqualTo("A decision is under way");
    }

    @Test
    void whatCannotBeReplayedSaysWhy() {
        Optional<OperationInfo> never = Optional.of(operation(Optional.of("it takes a stream")));

        assertThat(Verdict.of(found(record(KeyState.POISON, Optional.empty()), never))
                        .text())
                .isEqualTo("it takes a stream");
        assertThat(Offer.of(record(KeyState.POISON, Optional.empty()), never, operator(Role.OPERATOR)))
                .filteredOn(offer -> offer.path().equals("replay"))
                .extracting(Offer::hindrance)
                .containsExactly("it takes a stream");
    }

    @Test
    @DisplayName("console check 36: only an outcome that is known is said")
    void statesAreTruthful() {
        assertThat(row(RequestState.REQUESTED, NOW).state()).isEqualTo("requested — no node has taken it yet");
        assertThat(row(RequestState.RUNNING, NOW).state()).isEqualTo("running on node node-7");
        for (RequestOutcome outcome : RequestOutcome.values()) {
            RequestLine done = request(RequestState.DONE, Optional.of(outcome));
            assertThat(RequestRow.of(done, Optional.empty(), Times.utc(NOW)).state())
                    .isNotBlank();
            assertThat(RequestRow.of(done, Optional.empty(), Times.utc(NOW)).waits())
                    .isFalse();
        }
    }

    @Test
    @DisplayName("console check 36: a request that nobody takes says whether anybody is there")
    void requestThatNobodyTakesSaysWhetherAnybodyIsThere() {
        Instant later = NOW.plusSeconds(3_600);
        RequestLine waiting = request(RequestState.REQUESTED, Optional.empty());

        assertThat(row(RequestState.REQUESTED, later).state())
                .startsWith("requested — no node has answered for " + EVIL + " since 2026-02-03 04:05:06");
        assertThat(RequestRow.of(waiting, Optional.of(seen(later)), Times.utc(later))
                        .state())
                .isEqualTo("requested — nodes that run it are there, none has taken it yet");
        assertThat(RequestRow.of(waiting, Optional.empty(), Times.utc(later)).state())
                .isEqualTo("requested — no node has ever answered for this operation");
        assertThat(row(RequestState.RUNNING, later).state())
                .startsWith("begun on node node-7, which gave no sign of life until 2026-02-03 04:05:36");
    }

    @Test
    void whatNoNodeHoldsCanBeTakenBack() {
        assertThat(row(RequestState.REQUESTED, NOW).waits()).isTrue();
        assertThat(row(RequestState.RUNNING, NOW).waits()).isFalse();
        assertThat(row(RequestState.RUNNING, NOW.plusSeconds(60)).waits()).isTrue();
        for (Role role : Role.values()) {
            RecordPage page = RecordPage.of(
                    found(
                            record(KeyState.POISON, Optional.empty()),
                            Optional.empty(),
                            request(RequestState.REQUESTED, Optional.empty())),
                    List.of(),
                    viewing(role, ""));
            assertThat(Rendering.of("record/detail.html", "record", page, "alice")
                            .contains("/cancel?request=7"))
                    .as("%s", role)
                    .isEqualTo(role != Role.VIEWER && role != Role.AUDITOR);
        }
    }

    @Test
    @DisplayName("console check 15: every text of the page that takes a request back is shown as it is")
    void everyTextOfACancellationIsAText() {
        CancelPage page = new CancelPage(
                record(KeyState.POISON, Optional.empty()),
                Optional.of(operation(Optional.empty())),
                request(RequestState.REQUESTED, Optional.empty()),
                Times.utc(NOW.plusSeconds(3_600)));

        String html = Rendering.of("record/action.html", "action", page.page(EVIL, EVIL), EVIL);

        assertThat(html)
                .contains("&lt;img")
                .contains("name=\"request\" value=\"7\"")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain("name=\"token\"");
    }

    private static RequestRow row(RequestState state, Instant now) {
        return RequestRow.of(
                request(state, Optional.empty()), Optional.of(operation(Optional.empty())), Times.utc(now));
    }

    private static OperationInfo seen(Instant lastSeenAt) {
        return new OperationInfo(
                "shop",
                "buy",
                "Shop",
                "buy",
                "",
                "TRANSACTIONAL",
                "{}",
                Optional.empty(),
                Optional.empty(),
                "n",
                lastSeenAt);
    }

    private static RecordPage.Viewing viewing(Role role, String asked) {
        return new RecordPage.Viewing(operator(role), asked);
    }

    @Test
    void jsonIsIndentedWithoutChangingItsNumbers() {
        assertThat(JsonText.of("[{\"a\":12.50,\"b\":[]}]").text())
                .contains("\"a\": 12.50")
                .contains("\n");
        assertThat(JsonText.of("not json").text()).isEqualTo("not json");
        assertThat(JsonText.of("\"text\"").text()).isEqualTo("\"text\"");
        assertThat(JsonText.of("").text()).isEmpty();
        assertThat(JsonText.of("[" + "1,".repeat(300_000) + "1]")).matches(JsonText::cut);
        assertThat(JsonText.of("[".repeat(200_000)).text()).startsWith("[[[");
    }

    @Test
    void causesAreFoundInATrace() {
        assertThat(CauseChain.of("a.B: x\n\tat y\n\t... 3 more\nCaused by: c.D: z\n\tat q\n"))
                .containsExactly("a.B: x", "c.D: z");
        assertThat(CauseChain.of("")).isEmpty();
    }

    private static Findings found(KeyDetail record, Optional<OperationInfo> operation, RequestLine... requests) {
        return new Findings(record, operation, List.of(requests), List.of(), Times.utc(NOW));
    }

    private static KeyDetail record(KeyState state, Optional<RequestLine> active) {
        KeyLine line = new KeyLine(ID, EVIL, EVIL, EVIL, EVIL, state, 3, NOW, NOW, 1, Optional.of(EVIL));
        return new KeyDetail(
                line,
                NOW,
                Optional.of(EVIL),
                Optional.of(EVIL),
                Optional.of(EVIL),
                Optional.empty(),
                active,
                List.of(EVIL));
    }

    private static OperationInfo operation(Optional<String> notReplayable) {
        return new OperationInfo(
                EVIL, EVIL, EVIL, EVIL, EVIL, "TRANSACTIONAL", "{}", Optional.empty(), notReplayable, EVIL, NOW);
    }

    private static RequestLine request(RequestState state, Optional<RequestOutcome> outcome) {
        return new RequestLine(
                7,
                RequestKind.REPLAY,
                state,
                ID,
                3,
                outcome,
                Optional.of(EVIL),
                Optional.of(EVIL),
                EVIL,
                NOW,
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of("node-7"),
                Optional.of(NOW.plusSeconds(30)),
                false,
                Optional.empty());
    }

    private static Operator operator(Role role) {
        return new Operator("alice", Set.of(role), Optional.empty());
    }
}
