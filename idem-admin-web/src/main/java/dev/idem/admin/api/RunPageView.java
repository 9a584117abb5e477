package dev.idem.admin.api;

import dev.idem.admin.web.NumberedPage;
import dev.idem.inspect.RunLine;
import java.util.List;
import java.util.Optional;

/** One page of runs; next leads to the following one. */
public record RunPageView(List<RunView> runs, Optional<String> next) {

    static RunPageView of(NumberedPage<RunLine> page) {
        return new RunPageView(page.lines().stream().map(RunView::of).toList(), page.next());
    }
}
