package dev.idem.admin.dashboard;

import dev.idem.admin.web.Times;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Count;
import dev.idem.inspect.HistoryKind;
import dev.idem.inspect.HistorySpan;
import dev.idem.inspect.UnattendedSender;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page shows.
 *
 * @param tiles the figures
 * @param spans how far back one may look
 * @param charts what was when
 * @param shares what waits, by cause, the largest first
 * @param senders messages that nobody sends, in words
 * @param operations the catalogue
 * @param at when it was looked at, by the database clock
 */
public record Dashboard(
        List<Tile> tiles,
        List<Span> spans,
        List<Chart> charts,
        List<Share> shares,
        List<String> senders,
        List<OperationRow> operations,
        String at) {

    private static final int TOP = 5;
    private static final String BAD = "bad";
    private static final String WARN = "warn";
    private static final String CALM = "calm";

    static Dashboard of(Figures figures, HistorySpan chosen) {
        return new Dashboard(
                tiles(figures),
                Span.all(chosen),
                Stream.of(Chart.Theme.values())
                        .map(theme -> Chart.of(theme, figures.span(), figures.times()))
                        .toList(),
                figures.groups().stream()
                        .limit(TOP)
                        .map(group -> Share.of(group, figures.groups().get(0).count()))
                        .toList(),
                figures.unattended().stream()
                        .map(sender -> words(sender, figures.times()))
                        .toList(),
                figures.operations().stream()
                        .map(info -> OperationRow.of(info, figures.times()))
                        .toList(),
                figures.times().at(figures.times().now()));
    }

    private static List<Tile> tiles(Figures figures) {
        long lastDay = figures.groups().stream().mapToLong(CauseGroup::lastDay).sum();
        long silent = figures.operations().stream()
                .filter(info -> info.silent(figures.times().now()))
                .count();
        long conflicts = Chart.sum(figures.day(), HistoryKind.CONFLICT);
        return List.of(
                alarm("Poison", figures.poison(), oldest(figures), "/poison", BAD),
                alarm("Outcome unknown", figures.unknown(), "only you can decide", "/keys?state=OUTCOME_UNKNOWN", BAD),
                Tile.alarming("Parked in 24 h", lastDay, Long.toString(lastDay), "", "/poison/groups", WARN),
                new Tile("Effects running", figures.running().text(), "", "/keys?state=IN_PROGRESS", CALM),
                new Tile("Keys", figures.keys().text(), "", "/keys", CALM),
                new Tile(
                        "Duplicates stopped in 24 h",
                        Long.toString(Chart.sum(figures.day(), HistoryKind.DUPLICATE)),
                        "each would have been a second effect",
                        "",
                        CALM),
                Tile.alarming(
                        "Keys reused in 24 h",
                        conflicts,
                        Long.toString(conflicts),
                        conflicts == 0 ? "" : "with other arguments: see their callers",
                        "",
                        WARN),
                alarm("Messages parked", figures.parkedMessages(), "in the outbox", "", BAD),
                new Tile("Messages waiting", figures.waitingMessages().text(), due(figures), "", CALM),
                Tile.alarming(
                        "Operations without a node",
                        silent,
                        Long.toString(silent),
                        "of " + figures.operations().size(),
                        "/dashboard#operations",
                        WARN));
    }

    private static Tile alarm(String name, Count count, String note, String path, String alarm) {
        return Tile.alarming(name, count.number(), count.text(), count.number() == 0 ? "" : note, path, alarm);
    }

    private static String oldest(Figures figures) {
        return figures.groups().stream()
                .map(CauseGroup::first)
                .min(Comparator.naturalOrder())
                .map(first -> "the oldest waits " + figures.times().since(first))
                .orElse("");
    }

    private static String due(Figures figures) {
        return figures.oldestDue()
                .map(due -> "the oldest is due for " + figures.times().since(due))
                .orElse("");
    }

    private static String words(UnattendedSender sender, Times times) {
        return sender.waiting() + " messages of " + sender.application() + " wait for the sender " + sender.sender()
                + ", which no node has, since " + times.at(sender.dueSince());
    }
}
