package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunSelection;
import dev.idem.inspect.RunState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of what workers have, on each database, when a run is paused, stopped or cancelled under their hands. */
abstract class RunWithdrawalContract extends RunSteeringContract {

    @Test
    @DisplayName("what a worker gives back while the run is paused waits until it goes on")
    void givenBackWhilePaused() {
        RunLine run = begun();
        RequestWork taken = claim("node-1", LEASE).orElseThrow();
        runActions().pause(OPERATOR, run.id());

        assertThat(did(queue -> queue.putBack(taken, OVER))).isTrue();

        assertThat(claim("node-2", LEASE)).isEmpty();
        withdraw(run);
        assertThat(figures(run)).isEqualTo(new RunFigures(2, 0, 0, 0, 0, 0, 0));
        runActions().resume(OPERATOR, run.id());
        begin(run, 1);
        assertThat(claim("node-2", LEASE)).isPresent();
    }

    @Test
    @DisplayName("what a worker gives back once the run was cancelled never runs, and does not claim that nothing did")
    void givenBackOnceCancelled() {
        RunLine run = begun();
        RequestWork taken = claim("node-1", LEASE).orElseThrow();
        runActions().cancel(OPERATOR, run.id());

        assertThat(did(queue -> queue.putBack(taken, OVER))).isTrue();

        assertThat(claim("node-2", LEASE)).isEmpty();
        withdraw(run);
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 0, 0, 0, 2));
        assertThat(items(run, RunItem.Which.SKIPPED))
                .extracting(item -> item.detail().orElseThrow())
                .containsExactlyInAnyOrder(
                        "the run was cancelled: nothing ran",
                        "the run was cancelled: a node had begun it and did not end it; the record says whether it ran");
    }

    @Test
    @DisplayName("a cancelled run ends although the node that had an item is gone, and that node comes too late")
    void abandonedOnceCancelled() {
        RunLine run = begun();
        RequestWork taken = claim("node-1", LEASE).orElseThrow();
        runActions().cancel(OPERATOR, run.id());
        withdraw(run);
        assertThat(figures(run).running()).as("it may be at work").isEqualTo(1);

        abandon(run);
        assertThat(claim("node-2", LEASE)).isEmpty();
        withdraw(run);

        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 0, 0, 0, 2));
        assertThat(did(queue -> queue.finish(taken, Ending.of(RequestOutcome.SUCCEEDED, "late"))))
                .isFalse();
        conduct(queue -> {
            queue.finish(queue.lock(run.id()).orElseThrow());
            return run;
        });
        assertThat(state(run)).isEqualTo(RunState.CANCELLED);
    }

    @Test
    @DisplayName("what a lost node had of a paused run is taken over only once the run goes on")
    void abandonedWhilePaused() {
        RunLine run = begun();
        RequestWork taken = claim("node-1", LEASE).orElseThrow();
        runActions().pause(OPERATOR, run.id());
        abandon(run);

        assertThat(claim("node-2", LEASE)).isEmpty();
        runActions().resume(OPERATOR, run.id());

        assertThat(claim("node-2", LEASE)).map(RequestWork::id).contains(taken.id());
    }

    @Test
    @DisplayName("a run stops although a worker takes an item at that moment")
    void stopsWhileAnItemIsTaken() {
        poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 2);

        conduct(queue -> {
            var work = queue.lock(run.id()).orElseThrow();
            assertThat(claim("node-1", LEASE)).isPresent();
            queue.stop(work, "3 of 10 failed");
            return run;
        });

        assertThat(state(run)).isEqualTo(RunState.STOPPED);
        withdraw(run);
        assertThat(figures(run)).isEqualTo(new RunFigures(2, 0, 1, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("console check 29: a click waits for the node that holds the run, and a second click is none")
    void clickedWhileANodeHoldsTheRun() throws Exception {
        poisons(2);
        RunLine run = start(plan(RequestKind.REPLAY, all()));

        CompletableFuture<RunLine> click = conduct(queue -> {
            var work = queue.lock(run.id()).orElseThrow();
            CompletableFuture<RunLine> waiting =
                    CompletableFuture.supplyAsync(() -> elsewhereRuns(actions -> actions.pause(OPERATOR, run.id())));
            queue.begin(work, List.of(work.now()), work.now().plusSeconds(1));
            return waiting;
        });

        assertThat(click.get(30, TimeUnit.SECONDS).state()).isEqualTo(RunState.PAUSED);
        assertThat(runActions().pause(OPERATOR, run.id()).state()).isEqualTo(RunState.PAUSED);
        assertThat(figures(run)).isEqualTo(new RunFigures(2, 0, 0, 0, 0, 0, 0));
        assertThat(audited(run)).extracting(AuditEntry::verb).containsExactly("PAUSE_RUN", "START_RUN");
        assertThat(audited(run).get(0).before()).contains("RUNNING");
    }

    @Test
    @DisplayName("what failed is planned in the order of the run it failed in")
    void whatFailedKeepsItsOrder() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 3);
        List<RequestWork> taken = List.of(
                claim("node-1", LEASE).orElseThrow(),
                claim("node-1", LEASE).orElseThrow(),
                claim("node-1", LEASE).orElseThrow());
        for (int last = 2; last >= 0; last--) {
            RequestWork work = taken.get(last);
            did(queue -> queue.touch(work));
            did(queue -> queue.finish(work, Ending.of(RequestOutcome.FAILED, "still broken")));
        }

        assertThat(keys(run)).isEqualTo(ids(keys));
        assertThat(keys(plan(RequestKind.REPLAY, new RunSelection.FailedOf(run.id()))))
                .isEqualTo(ids(keys));
    }

    /** A run of two, one of which has begun. */
    private RunLine begun() {
        poisons(2);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 1);
        return run;
    }

    /** The node that has an item is gone. */
    private void abandon(RunLine run) {
        change("update idem_request set lease_until = requested_at where state = 'RUNNING' and run_id = " + run.id());
    }
}
