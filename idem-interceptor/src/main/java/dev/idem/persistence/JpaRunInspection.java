package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPart;
import dev.idem.inspect.RunState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads runs and their items. */
final class JpaRunInspection implements RunInspection {

    private static final EnumSet<RunState> ACTIVE =
            EnumSet.of(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED, RunState.CANCELLING);

    private final Runs runs;
    private final RunItems items;
    private final RunLines lines;
    private final Transacted transacted;

    JpaRunInspection(Database database, Transactions transactions) {
        this.runs = new Runs(database);
        this.items = new RunItems(database);
        this.lines = new RunLines(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public List<RunLine> runs(OptionalLong before, int size) {
        Listing.checkSize(size);
        return transacted.wherever(() -> lines.ofAll(runs.started(before.orElse(Long.MAX_VALUE), size)));
    }

    @Override
    public long active() {
        return transacted.wherever(() -> runs.in(ACTIVE).size());
    }

    @Override
    public Optional<RunLine> run(long id) {
        return transacted.wherever(() -> runs.byId(id).map(lines::of));
    }

    @Override
    public List<RunPart> parts(long run) {
        return transacted.wherever(() -> items.parts(run));
    }

    @Override
    public List<RunItem> items(long run, RunItem.Which which, OptionalLong after, int size) {
        Listing.checkSize(size);
        return transacted.wherever(() -> items.lines(run, which, after.orElse(0), size));
    }
}
