package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RequestWork;
import dev.idem.engine.RunWork;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunSelection;
import dev.idem.inspect.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of a run that was started, on each database: begun, paused, stopped, cancelled, over. */
abstract class RunSteeringContract extends RunFixture {

    @Test
    @DisplayName("an item is a replay like any other: one at a time for a record, and its outcome counts")
    void itemsAreReplays() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        actions().replay(EDITOR, decide(keys.get(1), 1));

        begin(run, 3);

        assertThat(figures(run)).isEqualTo(new RunFigures(0, 2, 0, 0, 0, 0, 1));
        assertThatThrownBy(() -> actions().replay(EDITOR, decide(keys.get(0), 1)))
                .isInstanceOf(NotAllowedException.class);
        finishAll(RequestOutcome.SUCCEEDED, keys.get(1));
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(items(run, RunItem.Which.SKIPPED)).singleElement().satisfies(item -> {
            assertThat(item.record()).isEqualTo(id(keys.get(1)));
            assertThat(item.key()).isEqualTo(keys.get(1).key());
            assertThat(item.detail()).contains("a replay or confirmation of it is under way already");
        });
        conduct(queue -> {
            queue.finish(queue.lock(run.id()).orElseThrow());
            return run;
        });
        RunLine over = runs().run(run.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(RunState.DONE);
        assertThat(over.finishedAt()).isPresent();
        assertThat(over.figures()).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(audited(run).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("FINISH_RUN");
            assertThat(entry.detail()).contains("2 succeeded, 0 deduplicated, 0 failed, 1 skipped");
        });
    }

    @Test
    void itemsBeginWhenTheyAreDue() {
        poisons(2);
        RunLine run = start(plan(RequestKind.DRY_RUN, all()));
        Instant now = inspection().now();

        conduct(queue -> {
            RunWork work = queue.lock(run.id()).orElseThrow();
            assertThat(work.nextAt()).isBeforeOrEqualTo(work.now());
            queue.begin(work, List.of(now, now.plusSeconds(600)), now.plusSeconds(700));
            return work;
        });

        assertThat(claim("node-1", LEASE)).isPresent();
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(locked(run).orElseThrow().nextAt()).isEqualTo(now.plusSeconds(700));
    }

    @Test
    @DisplayName("console check 40: a paused run takes back what no node has, a resumed one goes on")
    void pausedAndResumed() {
        poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 2);
        RequestWork taken = claim("node-1", LEASE).orElseThrow();

        RunLine paused = runActions().pause(OPERATOR, run.id());

        assertThat(paused.state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.figures()).isEqualTo(new RunFigures(2, 0, 1, 0, 0, 0, 0));
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(locked(run).orElseThrow().course()).isEqualTo(RunWork.Course.HELD);
        assertThat(runs().active()).isPositive();
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.FAILED, "still broken")));

        RunLine resumed = runActions().resume(OPERATOR, run.id());

        assertThat(resumed.state()).isEqualTo(RunState.RUNNING);
        RunWork work = locked(run).orElseThrow();
        assertThat(work.progress())
                .as("the failure was before it was let go on")
                .isEqualTo(new RunWork.Progress(2, 0, 0, 1, 0, 0));
        assertThat(audited(run)).extracting(AuditEntry::verb).containsExactly("RESUME_RUN", "PAUSE_RUN", "START_RUN");
        assertThat(runActions().resume(OPERATOR, run.id()).state()).isEqualTo(RunState.RUNNING);
        assertThat(audited(run)).as("asked twice, done once").hasSize(3);
    }

    @Test
    @DisplayName("console check 42: a run that stopped says why, and takes back what no node has")
    void stopped() {
        poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 2);

        conduct(queue -> {
            queue.stop(queue.lock(run.id()).orElseThrow(), "3 of 10 failed");
            return run;
        });
        assertThat(claim("node-1", LEASE)).isEmpty();
        withdraw(run);

        RunLine stopped = runs().run(run.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(stopped.stoppedBecause()).contains("3 of 10 failed");
        assertThat(stopped.figures().planned()).isEqualTo(3);
        assertThat(audited(run).get(0)).satisfies(entry -> {
            assertThat(entry.verb()).isEqualTo("STOP_RUN");
            assertThat(entry.actor().name()).isEqualTo("idem");
            assertThat(entry.detail()).contains("3 of 10 failed");
        });
        assertThatThrownBy(() -> runActions().pause(OPERATOR, run.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName("console check 40: what a cancelled run has not begun never runs, and executed and skipped are all")
    void cancelled() {
        List<RecordKey> keys = poisons(5);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 3);
        RequestWork taken = claim("node-1", LEASE).orElseThrow();

        RunLine cancelled = runActions().cancel(OPERATOR, run.id());

        assertThat(cancelled.state()).isEqualTo(RunState.CANCELLING);
        assertThat(cancelled.figures()).isEqualTo(new RunFigures(0, 0, 1, 0, 0, 0, 4));
        assertThat(claim("node-1", LEASE)).isEmpty();
        assertThat(locked(run).orElseThrow().course()).isEqualTo(RunWork.Course.ENDING);
        did(queue -> queue.finish(taken, Ending.of(RequestOutcome.SUCCEEDED, "completed")));
        conduct(queue -> {
            queue.finish(queue.lock(run.id()).orElseThrow());
            return run;
        });
        RunLine over = runs().run(run.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(RunState.CANCELLED);
        assertThat(over.figures().succeeded() + over.figures().skipped()).isEqualTo(5);
        assertThat(keys.stream().filter(key -> detail(key).active().isPresent()))
                .isEmpty();
        assertThat(runActions().cancel(OPERATOR, run.id()).state())
                .as("asked twice")
                .isEqualTo(RunState.CANCELLED);
        assertThatThrownBy(() -> runActions().resume(OPERATOR, run.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName("console check 39: dismissed are those that are as they were when it was planned")
    void dismissed() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.DISMISS, all()));
        runActions().pause(EDITOR, run.id());
        runActions().resume(EDITOR, run.id());
        set(keys.get(1), "epoch = 2");

        begin(run, 3);

        assertThat(detail(keys.get(0)).line().state()).isEqualTo(KeyState.DISMISSED);
        assertThat(detail(keys.get(1)).line().state()).isEqualTo(KeyState.POISON);
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 2, 0, 0, 1));
        assertThat(trail().entries(AuditFilter.ofRecord(keys.get(0).hash().hex()), OptionalLong.empty(), 10))
                .singleElement()
                .extracting(AuditRecord::entry)
                .satisfies(entry -> {
                    assertThat(entry.verb()).isEqualTo("DISMISS");
                    assertThat(entry.actor().name()).as("who started it").isEqualTo("otto");
                    assertThat(entry.reason()).contains("the provider is back");
                    assertThat(entry.detail()).contains("in run " + run.id() + ", version 1");
                });
        assertThat(runs().run(run.id()).orElseThrow()).satisfies(line -> {
            assertThat(line.startedBy()).contains("otto");
            assertThat(line.changedBy()).contains("eve");
        });
        assertThat(trail().verify().intact()).isTrue();
    }

    @Test
    void whatFailedIsPlannedAgain() {
        List<RecordKey> keys = poisons(3);
        RunLine run = start(plan(RequestKind.REPLAY, all()));
        begin(run, 3);
        RequestWork first = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.finish(first, Ending.of(RequestOutcome.FAILED, "still broken")));
        finishAll(RequestOutcome.DEDUPLICATED, keys.get(0));

        RunLine again = plan(RequestKind.REPLAY, new RunSelection.FailedOf(run.id()));

        assertThat(keys(again)).containsExactly(Requests.id(first.record().bytes()));
        assertThat(again.selection()).isEqualTo("what failed in run " + run.id());
        assertThat(figures(run)).isEqualTo(new RunFigures(0, 0, 0, 0, 2, 1, 0));
    }

    @Test
    void nodesLetARunGoOnOneAtATime() {
        poison();
        RunLine run = start(plan(RequestKind.REPLAY, all()));

        List<Optional<RunWork>> both = conduct(queue -> List.of(queue.lock(run.id()), locked(run)));

        assertThat(both.get(0)).isPresent();
        assertThat(both.get(1)).isEmpty();
    }
}
