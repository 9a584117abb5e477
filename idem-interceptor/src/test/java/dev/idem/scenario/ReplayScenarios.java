package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.OperationInProgressException;
import dev.idem.PoisonOperationException;
import dev.idem.ReplayFinished;
import dev.idem.RequestOutcome;
import dev.idem.inspect.Actions;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.Role;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.ReplayResource;
import dev.idem.scenario.app.ReplaySession;
import dev.idem.scenario.app.ReplayShop;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators do to parked calls, and what the application's worker makes of it. */
public abstract class ReplayScenarios extends PurgeScenarios {

    static final Operator EVE = new Operator("eve", Set.of(Role.ADMIN), Optional.of("127.0.0.1"));

    @Inject
    ReplayShop replayed;

    @Inject
    ReplaySession replayedSession;

    @Inject
    ReplayResource replayedResource;

    @Inject
    Inspection inspection;

    @Inject
    Actions actions;

    @Test
    @DisplayName(
            "scenario 83: a replay runs once and resolves; a second replay runs nothing, calls get the stored result")
    void replayResolves() {
        parkedOrder();

        RequestLine first = done(actions.replay(EVE, decide("replay.buy")));

        assertThat(first.outcome()).as("%s", first.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.COMPLETED);
        assertThat(replayed.runs(id)).containsExactly("12.50 called " + id, "12.50 replayed " + id);
        assertThat(effects.count(id)).isEqualTo(1);

        RequestLine second = done(actions.replay(EVE, decide("replay.buy")));

        assertThat(second.outcome()).contains(RequestOutcome.DEDUPLICATED);
        assertThat(replayed.buy(Order.of(id))).isEqualTo("bought for 12.50");
        assertThat(replayed.runs(id)).hasSize(2);
        assertThat(effects.count(id)).isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(replayed.finished(first.id()))
                .extracting(ReplayFinished::operation, ReplayFinished::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("replay.buy", RequestOutcome.SUCCEEDED)));
    }

    @Test
    @DisplayName("scenario 84: during a replay neither a second operator nor a redelivery runs the body")
    void replayRunsAlone() {
        parkedOrder();
        replayed.slowDown(id);
        RequestLine first = actions.replay(EVE, decide("replay.buy"));
        gates.awaitReached(id);

        assertThatThrownBy(() -> actions.replay(EVE, decide("replay.buy"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> replayed.buy(Order.of(id)))
                .as("PostgreSQL shows that the row is being changed, others what it was")
                .isInstanceOfAny(PoisonOperationException.class, OperationInProgressException.class);
        assertThat(inspection.request(first.id()).orElseThrow().state()).isEqualTo(RequestState.RUNNING);
        gates.open(id);

        assertThat(done(first).outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayed.runs(id)).hasSize(2);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 89: a failed replay leaves it parked, with a new version, time and cause")
    void failedReplayIsKept() {
        parkedOrder();
        replayed.breakFor(id);
        KeyDetail before = detail("replay.buy");

        RequestLine failed = done(actions.replay(EVE, decide("replay.buy")));

        assertThat(failed.outcome()).contains(RequestOutcome.FAILED);
        assertThat(failed.detail().orElseThrow()).contains("IllegalStateException: broken");
        KeyDetail after = detail("replay.buy");
        assertThat(after.line().state()).isEqualTo(KeyState.POISON);
        assertThat(after.line().version()).isGreaterThan(before.line().version());
        assertThat(after.line().changedAt()).isAfter(before.line().changedAt());
        assertThat(inspection.attempts(after.line().id()))
                .extracting(AttemptLine::message)
                .containsExactly("broken", "broken");
        assertThat(effects.count(id)).isZero();
        replayed.repair(id);
        assertThat(done(actions.replay(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.SUCCEEDED);
    }

    @Test
    @DisplayName("scenario 85: what was edited and failed is edited again; the original arguments never run again")
    void editedAgainAfterAFailure() {
        parkedOrder();
        replayed.breakFor(id);
        RequestLine failed = done(actions.replayEdited(EVE, decide("replay.buy"), arguments("20")));
        assertThat(failed.outcome()).contains(RequestOutcome.FAILED);
        replayed.repair(id);

        RequestLine done = done(actions.replayEdited(EVE, decide("replay.buy"), arguments("30")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayed.runs(id)).containsExactly("12.50 called " + id, "20 replayed " + id, "30 replayed " + id);
        assertThat(effects.count(id)).isEqualTo(1);
        KeyDetail kept = detail("replay.buy");
        assertThat(kept.arguments().orElseThrow()).contains("12.5");
        assertThat(kept.editedArguments().orElseThrow()).contains("30");
        assertThat(kept.result()).contains("\"bought for 30\"");
    }

    @Test
    @DisplayName("scenario 118: after an edited replay both the original and the edited call are duplicates")
    void originalAndEditedCallAreDuplicates() {
        parkedOrder();
        done(actions.replayEdited(EVE, decide("replay.buy"), arguments("30")));

        assertThat(replayed.buy(Order.of(id))).isEqualTo("bought for 30");
        assertThat(replayed.buy(Order.of(id).amounting("30"))).isEqualTo("bought for 30");
        assertThatThrownBy(() -> replayed.buy(Order.of(id).amounting("31"))).isInstanceOf(KeyReusedException.class);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 85: edited arguments that do not fit the method, or make another key, are refused")
    void editedArgumentsMustFit() {
        parkedOrder();

        for (String arguments : List.of(
                "[]",
                "no JSON",
                "[{\"id\":\"@id@\",\"amount\":1,\"items\":[],\"sentAt\":\"now\",\"discount\":1}]",
                "[{\"id\":\"@id@\",\"amount\":\"many\",\"items\":[],\"sentAt\":\"now\"}]",
                "[{\"id\":\"@id@-2\",\"amount\":1,\"items\":[],\"sentAt\":\"now\"}]",
                "[{\"id\":null,\"amount\":1,\"items\":[],\"sentAt\":\"now\"}]")) {
            RequestLine refused = done(actions.replayEdited(EVE, decide("replay.buy"), arguments.replace("@id@", id)));

            assertThat(refused.outcome()).as(arguments).contains(RequestOutcome.REFUSED);
            assertThat(refused.detail().orElseThrow()).contains("do not fit");
        }
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.POISON);
        assertThat(replayed.runs(id)).hasSize(1);
    }

    @Test
    @DisplayName("scenarios 86, 87: arguments that cannot be read are refused by name, and block nothing else")
    void unreadableArgumentsBlockNothing() {
        parkedOrder();
        effects.run("update idem_record set arguments = '[{\"id\":{\"a\":1}}]' where idem_key = ?", id);
        RequestLine unreadable = actions.replay(EVE, decide("replay.buy"));
        park("replay.note", () -> replayed.note(id));

        assertThat(done(actions.replay(EVE, decide("replay.note"))).outcome()).contains(RequestOutcome.SUCCEEDED);

        assertThat(done(unreadable).outcome()).contains(RequestOutcome.REFUSED);
        assertThat(done(unreadable).detail().orElseThrow()).contains("parameter order");
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.POISON);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 120: a confirmed result is what duplicates get; a wrongly typed one is refused")
    void confirmedResultOfPoisonIsTheAnswer() {
        confirmedResultIsTheAnswer("POISON");
    }

    @Test
    @DisplayName("scenario 120: so is one of a call whose outcome is unknown")
    void confirmedResultOfAnUnknownOutcomeIsTheAnswer() {
        confirmedResultIsTheAnswer("OUTCOME_UNKNOWN");
    }

    private void confirmedResultIsTheAnswer(String state) {
        parkedOrder();
        effects.run("update idem_record set state = '" + state + "' where idem_key = ?", id);

        for (String wrong : new String[] {"{\"orderId\":1}", "5", "[\"x\"]", "no JSON"}) {
            assertThat(done(actions.confirmDone(EVE, decide("replay.buy"), wrong))
                            .outcome())
                    .as("%s", wrong)
                    .contains(RequestOutcome.REFUSED);
        }
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.valueOf(state));

        RequestLine confirmed = done(actions.confirmDone(EVE, decide("replay.buy"), "\"checked at the provider\""));

        assertThat(confirmed.outcome()).as("%s", confirmed.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayed.buy(Order.of(id))).isEqualTo("checked at the provider");
        assertThat(replayed.runs(id)).hasSize(1);
    }

    @Test
    @DisplayName("scenario 120: a method that returns nothing is confirmed with null only")
    void voidIsConfirmedWithNull() {
        park("replay.note", () -> replayed.note(id));

        assertThat(done(actions.confirmDone(EVE, decide("replay.note"), "1")).outcome())
                .contains(RequestOutcome.REFUSED);
        assertThat(done(actions.confirmDone(EVE, decide("replay.note"), "null")).outcome())
                .contains(RequestOutcome.SUCCEEDED);
        replayed.note(id);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 97: a session bean is replayed in the container's transaction")
    void sessionBeanIsReplayed() {
        park("replay.session", () -> replayedSession.buy(id));
        replayed.breakFor(id);
        assertThat(done(actions.replay(EVE, decide("replay.session"))).outcome())
                .contains(RequestOutcome.FAILED);
        assertThat(effects.count(id)).isZero();
        replayed.repair(id);

        RequestLine done = done(actions.replay(EVE, decide("replay.session")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayedSession.buy(id)).isEqualTo("bought " + id);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 83: a REST resource is replayed without a request, and its callers get the response")
    void restResourceIsReplayed() {
        park("replay.rest", () -> replayedResource.submit(Order.of(id)));

        RequestLine done = done(actions.replay(EVE, decide("replay.rest")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        Response answer = replayedResource.submit(Order.of(id));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getEntity().toString()).contains(id);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 75: @Retry on a replayed method: each try is an attempt, one commits")
    void replayMayRetry() {
        park("replay.retried", () -> replayed.retried(id));
        replayed.breakFor(id);
        assertThat(done(actions.replay(EVE, decide("replay.retried"))).outcome())
                .contains(RequestOutcome.FAILED);
        assertThat(replayed.runs(id)).hasSizeGreaterThan(3);
        replayed.repair(id);

        assertThat(done(actions.replay(EVE, decide("replay.retried"))).outcome())
                .contains(RequestOutcome.SUCCEEDED);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void dryRunHasNoEffect() {
        parkedOrder();

        RequestLine verdict = done(actions.dryRun(EVE, decide("replay.buy")));

        assertThat(verdict.outcome()).contains(RequestOutcome.SUCCEEDED);
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.POISON);
        assertThat(detail("replay.buy").line().version()).isEqualTo(1);
        assertThat(replayed.runs(id)).hasSize(1);
        done(actions.replay(EVE, decide("replay.buy")));
        assertThat(done(actions.dryRun(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.DEDUPLICATED);
    }

    @Test
    void dryRunChecksConstraints() {
        park("replay.checked", () -> replayed.checked(id, "text"));
        effects.run("update idem_record set arguments = '[\"x\",null]' where idem_key = ?", id);

        RequestLine verdict = done(actions.dryRun(EVE, decide("replay.checked")));

        assertThat(verdict.outcome()).contains(RequestOutcome.REFUSED);
        assertThat(verdict.detail().orElseThrow()).contains("text");
    }

    @Test
    void probeAsksTheApplication() {
        parkedOrder();
        assertThat(done(actions.probe(EVE, decide("replay.buy")))).satisfies(answer -> {
            assertThat(answer.outcome()).contains(RequestOutcome.NOT_HAPPENED);
            assertThat(answer.detail()).contains("there is no effect of anonymous");
        });
        done(actions.replay(EVE, decide("replay.buy")));
        assertThat(done(actions.probe(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.HAPPENED);

        park("replay.note", () -> replayed.note(id));
        assertThat(done(actions.probe(EVE, decide("replay.note"))).outcome()).contains(RequestOutcome.UNKNOWN);
    }

    @Test
    void dismissedCallDoesNotRunUntilRestored() {
        parkedOrder();
        assertThat(actions.dismiss(EVE, decide("replay.buy")).state()).isEqualTo(RequestState.DONE);
        assertThatThrownBy(() -> replayed.buy(Order.of(id)))
                .isInstanceOf(PoisonOperationException.class)
                .hasMessageContaining("dismissed");
        assertThatThrownBy(() -> actions.replay(EVE, decide("replay.buy"))).isInstanceOf(NotAllowedException.class);

        actions.restore(EVE, decide("replay.buy"));

        assertThat(done(actions.replay(EVE, decide("replay.buy"))).outcome()).contains(RequestOutcome.SUCCEEDED);
    }

    @Test
    void releasedCallRunsWithItsNextDelivery() {
        parkedOrder();

        actions.release(EVE, decide("replay.buy"));

        assertThat(replayed.buy(Order.of(id))).isEqualTo("bought for 12.50");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void whatCannotBeRebuiltIsNotReplayed() {
        park("replay.context", () -> replayed.context(id, null));
        park("replay.stream", () -> replayed.stream(id, InputStream.nullInputStream()));

        assertThatThrownBy(() -> actions.replay(EVE, decide("replay.context")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("parameter where is brought by the container");
        assertThatThrownBy(() -> actions.replay(EVE, decide("replay.stream")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("parameter bytes cannot be rebuilt");
        assertThat(done(actions.confirmDone(EVE, decide("replay.context"), "null"))
                        .outcome())
                .as("it can be confirmed")
                .contains(RequestOutcome.SUCCEEDED);
    }

    @Test
    void catalogueDescribesTheArguments() {
        OperationInfo buy = operation("replay.buy");

        assertThat(buy.replayable()).isTrue();
        assertThat(buy.argumentSchema().orElseThrow())
                .contains("\"name\":\"order\"")
                .contains("\"amount\":{\"type\":\"number\"}")
                .contains("\"result\":{\"type\":\"string\"}");
        assertThat(operation("replay.checked").argumentSchema().orElseThrow()).contains("NotNull");
        assertThat(inspection.operations())
                .extracting(OperationInfo::application, OperationInfo::operation)
                .contains(org.assertj.core.groups.Tuple.tuple("scenarios", "replay.buy"));
    }

    @Test
    void nodeGivesSignsOfLife() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        effects.seenLately("replay.buy"))
                .isTrue());

        assertThat(operation("replay.buy").silent(inspection.now())).isFalse();
    }

    @Test
    void requestThatRunsIsNotTakenBack() {
        parkedOrder();
        replayed.slowDown(id);
        RequestLine running = actions.replay(EVE, decide("replay.buy"));
        gates.awaitReached(id);
        assertThatThrownBy(() -> actions.cancel(EVE, running.id(), "too slow")).isInstanceOf(NotAllowedException.class);
        gates.open(id);
        assertThat(done(running).outcome()).contains(RequestOutcome.SUCCEEDED);
    }

    private void parkedOrder() {
        park("replay.buy", () -> replayed.buy(Order.of(id)));
    }

    /** Fails once, which parks, and is repaired. */
    void park(String operation, ThrowingCallable call) {
        replayed.breakFor(id);
        assertThatThrownBy(call).isNotNull();
        Awaitility.await()
                .untilAsserted(() -> assertThat(effects.stateOf(operation, id)).isEqualTo("POISON"));
        replayed.repair(id);
    }

    private String arguments(String amount) {
        return "[{\"id\":\"" + id + "\",\"amount\":" + new BigDecimal(amount)
                + ",\"items\":[\"tea\",\"milk\"],\"sentAt\":\"now\"}]";
    }

    KeyDetail detail(String operation) {
        return detail(operation, id);
    }

    KeyDetail detail(String operation, String key) {
        return inspection.keys(KeyFilter.ALL.of("scenarios", operation).key(key), Optional.empty(), 1).lines().stream()
                .flatMap(line -> inspection.key(line.id()).stream())
                .findFirst()
                .orElseThrow();
    }

    Decision decide(String operation) {
        return decide(detail(operation));
    }

    static Decision decide(KeyDetail seen) {
        return new Decision(
                seen.line().id(), seen.line().version(), UUID.randomUUID().toString(), "the cause is gone");
    }

    RequestLine done(RequestLine asked) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> inspection.request(asked.id()).orElseThrow(),
                        request -> request.state() == RequestState.DONE);
    }

    OperationInfo operation(String name) {
        return inspection.operation("scenarios", name).orElseThrow();
    }
}
