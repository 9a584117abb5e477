package dev.idem.admin.api;

import dev.idem.RequestOutcome;
import dev.idem.admin.web.NumberedPage;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.RunItem;
import java.util.List;
import java.util.Optional;

/** One page of a run's calls; next leads to the following one. */
public record ItemPage(List<ItemView> items, Optional<String> next) {

    static ItemPage of(NumberedPage<RunItem> page) {
        return new ItemPage(page.lines().stream().map(ItemView::of).toList(), page.next());
    }

    /** A call of a run. */
    public record ItemView(
            long request,
            String record,
            String operation,
            String key,
            RequestState state,
            Optional<RequestOutcome> outcome,
            Optional<String> detail) {

        static ItemView of(RunItem item) {
            return new ItemView(
                    item.id(),
                    item.record().hex(),
                    item.operation(),
                    item.key(),
                    item.state(),
                    item.outcome(),
                    item.detail());
        }
    }
}
