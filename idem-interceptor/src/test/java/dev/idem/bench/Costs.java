package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.testing.PostgresWire;
import dev.idem.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the calls of all contenders cost the database, counted with one caller. */
final class Costs {

    static final List<Case> COUNTED =
            List.of(Case.VOID, Case.RESULT, Case.DUPLICATE_VOID, Case.DUPLICATE, Case.FAILING);

    private static final int POOL = 4;

    private static final String NO_VACUUM = "do $$ declare each record; begin for each in select relname from"
            + " pg_stat_user_tables loop execute format('alter table %I set (autovacuum_enabled = false)', each.relname);"
            + " end loop; end $$";

    private final Map<Case, Map<String, Cost>> costs = new LinkedHashMap<>();

    private Costs() {}

    static Costs count(TestDatabase database, Progress progress) throws Exception {
        database.execute(NO_VACUUM);
        Costs costs = new Costs();
        try (PostgresWire wire = new PostgresWire(database);
                Application application = Application.on(wire.tapped(), POOL, "-Xmx1g")) {
            CostMeter meter = new CostMeter(application, wire, database, POOL);
            for (Case measured : COUNTED) {
                Map<String, Cost> counted = new LinkedHashMap<>();
                for (String contender : Contest.contenders(measured)) {
                    Cost cost = meter.measure(contender, measured);
                    counted.put(contender, cost);
                    progress.say("%s, %s: %s", measured, contender, cost);
                }
                costs.costs.put(measured, counted);
            }
        }
        return costs;
    }

    Map<String, Cost> of(Case measured) {
        return costs.getOrDefault(measured, Map.of());
    }

    Cost of(Case measured, String contender) {
        return Objects.requireNonNull(of(measured).get(contender), contender);
    }
}
