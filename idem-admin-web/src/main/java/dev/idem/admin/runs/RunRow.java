package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.Times;
import dev.idem.inspect.RunFigures;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;

/**
 * A run.
 *
 * @param id its number
 * @param kind what is done, in words
 * @param state how far it is
 * @param selection which calls it is for, in words
 * @param figures what has become of them
 * @param reason why, "" for none
 * @param by who started it, or froze its calls
 * @param steered who holds or ended it, and when, "" if nobody does
 * @param frozen when its calls were frozen
 * @param started when it was started, "" if it was not
 * @param took for how long it has gone on, in words, "" if it was not started
 * @param stopped why it stopped by itself, "" if it goes on
 * @param pace how carefully it goes on, in words
 * @param ofKeys whether it is for keys, not calls
 * @param protection for how long keys are protected, "" if that is not asked
 */
public record RunRow(
        long id,
        String kind,
        RunWords.Badge state,
        String selection,
        RunFigures figures,
        String reason,
        String by,
        String steered,
        String frozen,
        String started,
        String took,
        String stopped,
        String pace,
        boolean ofKeys,
        String protection) {

    static RunRow of(RunLine run, Times times) {
        return new RunRow(
                run.id(),
                RunWords.kind(run.kind()),
                RunWords.state(run.state()),
                run.selection(),
                run.figures(),
                run.reason(),
                run.startedBy().orElse(run.createdBy()),
                steered(run, times),
                times.at(run.createdAt()),
                run.startedAt().map(times::at).orElse(""),
                run.startedAt()
                        .map(start -> run.finishedAt()
                                .map(end -> "took " + Times.between(start, end))
                                .orElseGet(() -> "going on for " + times.since(start)))
                        .orElse(""),
                run.stoppedBecause()
                        .filter(why -> run.state() == RunState.STOPPED)
                        .orElse(""),
                pace(run),
                RunPlan.ofKeys(run.kind()),
                RunWords.protection(run));
    }

    private static String steered(RunLine run, Times times) {
        return switch (run.state()) {
            case PAUSED, CANCELLING, CANCELLED ->
                run.changedBy()
                        .map(name -> (run.state() == RunState.PAUSED ? "Paused by " : "Cancelled by ") + name + ", "
                                + times.at(run.changedAt()))
                        .orElse("");
            case DRAFT, RUNNING, STOPPED, DONE -> "";
        };
    }

    private static String pace(RunLine run) {
        String steps = run.pace().ramp().isEmpty()
                ? ""
                : ", first "
                        + run.pace()
                                .ramp()
                                .toString()
                                .replaceAll("[\\[\\]]", "")
                                .replace(", ", ", then ")
                        + ", then the rest";
        String stop = run.pace().stopPercent() == 100
                ? ""
                : ", stops when more than " + run.pace().stopPercent() + " % fail";
        return "at most " + run.pace().perSecond() + " in a second" + steps + stop
                + (run.pace().oneByOne() ? ", one after the other" : "");
    }

    /** What it is called. */
    public String title() {
        return kind.equals(RunWords.kind(RequestKind.DRY_RUN)) ? kind + " " + id : kind + " run " + id;
    }

    /** How many of a hundred are done. */
    public long percent() {
        return figures.total() == 0 ? 100 : figures.done() * 100 / figures.total();
    }
}
