package dev.idem.bench;

import dev.idem.bench.Timings.Turn;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as tables. */
final class Tables {

    private Tables() {}

    static String of(Costs costs) {
        Table table = new Table("case", "contender", "round trips", "statements", "commits", "WAL, bytes", "dead rows");
        for (Case measured : Costs.COUNTED) {
            costs.of(measured)
                    .forEach((contender, cost) -> table.row(
                            name(measured),
                            contender,
                            cost.roundTrips() + (cost.ofThePool() > 1 ? " (" + cost.ofThePool() + " loans)" : ""),
                            cost.statements(),
                            cost.commits(),
                            text("%.0f", cost.wal()),
                            text("%.1f", cost.dead())));
        }
        return table.toString();
    }

    static String of(Timings timings, int threads) {
        Table table = new Table(
                "case", "contender", "calls/s", "of hand-written B", "p50 ms", "p99 ms", "allocated KB", "CPU µs");
        for (Case measured : Rounds.TIMED) {
            for (String contender : Contest.contenders(measured)) {
                Turn turn = new Turn(measured, threads, contender);
                if (timings.has(turn)) {
                    row(table, timings, turn);
                }
            }
        }
        return table.toString();
    }

    private static void row(Table table, Timings timings, Turn turn) {
        table.row(
                name(turn.measured()),
                turn.contender(),
                text("%.0f", timings.median(turn, Sample::rate)),
                text("%.2f", timings.ratio(turn, Contest.HAND_B)),
                text("%.2f", timings.median(turn, Sample::p50) / 1e3),
                text("%.2f", timings.median(turn, Sample::p99) / 1e3),
                text("%.1f", timings.median(turn, Sample::bytes) / 1024),
                text("%.0f", timings.median(turn, Sample::cpu)));
    }

    static String of(Containers containers) {
        Table table = new Table(
                "case",
                "contender",
                "container",
                "round trips",
                "calls/s",
                "of hand-written B",
                "p50 ms",
                "allocated KB",
                "CPU µs");
        for (Turn turn : Containers.turns()) {
            for (Container container : containers.all()) {
                Timings timings = container.timings();
                table.row(
                        name(turn.measured()),
                        turn.contender(),
                        container.name(),
                        container.trips(turn),
                        text("%.0f", timings.median(turn, Sample::rate)),
                        text("%.2f", timings.ratio(turn, Contest.HAND_B)),
                        text("%.2f", timings.median(turn, Sample::p50) / 1e3),
                        text("%.1f", timings.median(turn, Sample::bytes) / 1024),
                        text("%.0f", timings.median(turn, Sample::cpu)));
            }
        }
        return table.toString();
    }

    static String of(OtherDatabases others) {
        Table table = new Table("database", "case", "contender", "questions", "calls/s", "p50 ms", "p99 ms");
        others.measured().forEach((database, measured) -> {
            for (Turn turn : OtherDatabases.turns()) {
                Double questions = measured.questions().get(turn);
                table.row(
                        database,
                        name(turn.measured()),
                        turn.contender(),
                        questions == null ? "" : text("%.2f", questions),
                        text("%.0f", measured.timings().median(turn, Sample::rate)),
                        text("%.2f", measured.timings().median(turn, Sample::p50) / 1e3),
                        text("%.2f", measured.timings().median(turn, Sample::p99) / 1e3));
            }
        });
        return table.toString();
    }

    static String of(Waits waits) {
        Table table = new Table("contender", "answers", "p50 ms", "longest ms", "sessions held");
        waits.once()
                .forEach((contender, sample) -> table.row(
                        contender,
                        answers(sample.outcomes()),
                        text("%.1f", sample.p50() / 1e3),
                        text("%.1f", sample.longest() / 1e3),
                        sample.sessions()));
        return table.toString();
    }

    static String of(Growth growth) {
        Table table = new Table("case", "table", "calls/s", "p50 ms", "p99 ms", "of the smallest's p50", "WAL, bytes");
        for (Case measured : Rounds.TIMED) {
            for (String name : growth.names()) {
                Turn turn = new Turn(measured, Growth.THREADS, name);
                Timings timings = growth.timings();
                table.row(
                        name(measured),
                        name,
                        text("%.0f", timings.median(turn, Sample::rate)),
                        text("%.2f", timings.median(turn, Sample::p50) / 1e3),
                        text("%.2f", timings.median(turn, Sample::p99) / 1e3),
                        text("%.2f", timings.ratio(turn, growth.names().get(0), Sample::p50)),
                        text("%.0f", growth.log(turn)));
            }
        }
        Table sizes = new Table("table", "MiB with indexes", "vacuum after one row in a hundred went, s");
        growth.sizes()
                .forEach((name, size) -> sizes.row(
                        name, text("%.0f", size), text("%.1f", growth.vacuums().getOrDefault(name, Double.NaN))));
        return table + "\n" + sizes;
    }

    static String of(PurgeUnderLoad load) {
        Table table = new Table("case", "meanwhile", "calls/s", "p50 ms", "p99 ms", "longest ms");
        for (Case measured : PurgeUnderLoad.CASES) {
            for (String when : List.of(PurgeUnderLoad.QUIET, PurgeUnderLoad.PURGING)) {
                Turn turn = PurgeUnderLoad.turn(when, measured);
                table.row(
                        name(measured),
                        when,
                        text("%.0f", load.timings().median(turn, Sample::rate)),
                        text("%.2f", load.timings().median(turn, Sample::p50) / 1e3),
                        text("%.2f", load.timings().median(turn, Sample::p99) / 1e3),
                        text("%.1f", load.timings().median(turn, Sample::longest) / 1e3));
            }
        }
        PurgeUnderLoad.Backlog backlog = load.backlog();
        Table seen = new Table("purged/s", "waits for locks", "dead rows at most", "MiB before", "MiB after")
                .row(
                        text("%.0f", backlog.purged()),
                        backlog.waits(),
                        text("%.0f", backlog.dead()),
                        text("%.0f", backlog.before()),
                        text("%.0f", backlog.after()));
        return table + "\n" + seen;
    }

    static String of(Footprint footprint) {
        Table table = new Table("", "deployed in s", "heap MiB", "classes and code MiB", "classes", "WAR MiB");
        for (String variant : footprint.variants()) {
            table.row(
                    variant,
                    text("%.1f", footprint.median(variant, Footprint.Sizes::seconds)),
                    text("%.1f", footprint.median(variant, Footprint.Sizes::heap)),
                    text("%.1f", footprint.median(variant, Footprint.Sizes::beside)),
                    text("%.0f", footprint.median(variant, Footprint.Sizes::classes)),
                    text("%.1f", footprint.median(variant, Footprint.Sizes::war)));
        }
        return table.toString();
    }

    static String of(List<Budget> budgets) {
        Table table = new Table("budget", "measured", "holds");
        budgets.forEach(budget -> table.row(budget.bound(), budget.measured(), budget.holds() ? "yes" : "**no**"));
        return table.toString();
    }

    private static String answers(Map<String, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(outcome -> outcome.getValue() + " × " + outcome.getKey())
                .sorted()
                .reduce((some, other) -> some + ", " + other)
                .orElse("none");
    }

    static String name(Case measured) {
        return switch (measured) {
            case VOID -> "new, void";
            case RESULT -> "new, 1 KB";
            case DUPLICATE_VOID -> "duplicate, void";
            case DUPLICATE -> "duplicate, 1 KB";
            case CONCURRENT -> "concurrent duplicate";
            case FAILING -> "failing";
        };
    }

    private static String text(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
