package dev.idem.admin.api;

import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Page;
import java.util.List;
import java.util.Optional;

/** One page of records; next leads to the following one. */
public record KeyPage(List<KeyView> keys, CountView count, Optional<String> next) {

    static KeyPage of(Page<KeyLine> page, Count count) {
        return new KeyPage(
                page.lines().stream().map(KeyView::of).toList(),
                CountView.of(count),
                page.next().map(Cursor::text));
    }
}
