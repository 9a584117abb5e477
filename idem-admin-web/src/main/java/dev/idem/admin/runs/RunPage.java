package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.PagingLinks;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunItem.Which;
import dev.idem.inspect.RunLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the page of a run shows.
 *
 * @param row the run
 * @param steerings what can be done with it
 * @param tabs the kinds of its calls
 * @param items some of them
 * @param parts all of them by operation
 * @param links to the pages before and after
 * @param again the action token for another run of what failed, "" if there is none to offer
 * @param kind what is done, as forms name it
 */
public record RunPage(
        RunRow row,
        List<Steering> steerings,
        List<Tab> tabs,
        List<ItemRow> items,
        List<PartRow> parts,
        PagingLinks links,
        String again,
        String kind) {

    /** Whether what failed can be tried once more. */
    static boolean again(RunLine run, Operator operator) {
        return run.state().over()
                && run.figures().failed() > 0
                && run.kind() == RequestKind.REPLAY
                && operator.may(Permission.REPLAY);
    }

    static List<Tab> tabs(RunFigures figures, Which chosen) {
        return Stream.of(Which.values())
                .map(which -> new Tab(
                        which.name().toLowerCase(Locale.ROOT), label(which), number(figures, which), which == chosen))
                .toList();
    }

    private static String label(Which which) {
        return switch (which) {
            case ALL -> "All";
            case OPEN -> "Not done";
            case SUCCEEDED -> "Succeeded";
            case DEDUPLICATED -> "Deduplicated";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
        };
    }

    private static long number(RunFigures figures, Which which) {
        return switch (which) {
            case ALL -> figures.total();
            case OPEN -> figures.total() - figures.done();
            case SUCCEEDED -> figures.succeeded();
            case DEDUPLICATED -> figures.deduplicated();
            case FAILED -> figures.failed();
            case SKIPPED -> figures.skipped();
        };
    }

    /** A kind of calls. */
    public record Tab(String name, String label, long number, boolean chosen) {}
}
