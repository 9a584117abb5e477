package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.OperationInProgressException;
import dev.idem.PoisonOperationException;
import dev.idem.ReplayFinished;
import dev.idem.RequestOutcome;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import dev.idem.scenario.app.Order;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators have run again, and what the application's worker makes of it. */
public abstract class ReplayScenarios extends DecisionScenarios {

    @Test
    @DisplayName(
            "scenario 83, console check 28: a replay runs once; a second one is deduplicated, calls get the stored result")
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
    @DisplayName("scenario 89, console check 31: a failed replay leaves it parked, with a new version, time and cause")
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
    @DisplayName("scenario 125: an edit under a new key is a call of its own, once; the edited one stays parked")
    void editIsACallOfItsOwn() {
        parkedOrder();
        RequestLine done = done(actions.replayAsNew(EVE, decide("replay.buy"), arguments("30")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        KeyDetail made = inspection.key(done.record()).orElseThrow();
        assertThat(made.line().state()).isEqualTo(KeyState.COMPLETED);
        assertThat(made.result()).contains("\"bought for 30\"");
        assertThat(detail("replay.buy").line().state()).isEqualTo(KeyState.POISON);
        assertThat(replayed.runs(id))
                .containsExactly(
                        "12.50 called " + id, "30 replayed " + made.line().key());
        assertThatThrownBy(() -> replayed.buy(Order.of(id))).isInstanceOf(PoisonOperationException.class);

        RequestLine again = done(actions.replayAsNew(EVE, decide("replay.buy"), arguments("30")));

        assertThat(again.record()).isEqualTo(done.record());
        assertThat(again.outcome()).contains(RequestOutcome.DEDUPLICATED);
        RequestLine another = done(
                actions.replayAsNew(EVE, decide("replay.buy"), arguments("40").replace(id, id + "-2")));
        assertThat(another.outcome()).as("its arguments make another key").contains(RequestOutcome.REFUSED);
        actions.purge(EVE, decide(inspection.key(another.record()).orElseThrow()));
        assertThat(replayed.runs(id)).hasSize(2);
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
}
