package dev.idem.admin.api;

import dev.idem.admin.settings.OperationSettings;
import dev.idem.admin.settings.SettingRow;
import dev.idem.inspect.PurgeLag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What helps who looks for the cause of a trouble from afar: no key, argument, result, user or secret is in it. */
public record DiagnosticsView(
        ConsoleView console,
        StoreView store,
        DashboardView figures,
        HistoryView history,
        List<AlertView> alerts,
        List<OperationSettings> operations) {

    /** This console, and what it runs on. */
    public record ConsoleView(
            String version,
            String java,
            String system,
            Instant clock,
            long heapMebibytes,
            long mostHeapMebibytes,
            List<SettingRow> settings) {}

    /** The database, and how far the purge is. */
    public record StoreView(String product, String version, Instant clock, List<LagView> purge) {}

    /** When the time of the oldest row of a kind that may go was over. */
    public record LagView(PurgeLag.Kind kind, Optional<Instant> oldest) {

        static LagView of(PurgeLag lag) {
            return new LagView(lag.kind(), lag.oldest());
        }
    }
}
