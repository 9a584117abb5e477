package dev.idem.persistence;

import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs as operators see them, in the running transaction. */
final class RunLines {

    private final RunItems items;

    RunLines(Database database) {
        this.items = new RunItems(database);
    }

    RunLine of(RunEntity run) {
        return ofAll(List.of(run)).get(0);
    }

    List<RunLine> ofAll(List<RunEntity> runs) {
        Map<Long, RunFigures> open = items.figures(runs.stream()
                .filter(run -> run.finishedAt == null)
                .map(run -> run.id)
                .toList());
        return runs.stream()
                .map(run -> line(run, Objects.requireNonNullElseGet(open.get(run.id), () -> whenOver(run))))
                .toList();
    }

    private static RunFigures whenOver(RunEntity run) {
        return new RunFigures(0, 0, 0, run.succeeded, run.deduplicated, run.failed, run.skipped);
    }

    private static RunLine line(RunEntity run, RunFigures figures) {
        return new RunLine(
                run.id,
                run.kind,
                run.state,
                run.selection,
                Requests.id(run.snapshotHash).hex(),
                figures,
                new RunPace(run.ratePerSecond, Ramp.steps(run.ramp), run.stopPercent, run.oneByOne),
                run.includeUnknown,
                Optional.ofNullable(run.protection).map(Duration::parse),
                run.reason,
                run.createdBy,
                run.createdAt,
                Optional.ofNullable(run.startedBy),
                Optional.ofNullable(run.startedAt),
                Optional.ofNullable(run.finishedAt),
                Optional.ofNullable(run.changedBy),
                run.changedAt,
                Optional.ofNullable(run.stoppedBecause));
    }
}
