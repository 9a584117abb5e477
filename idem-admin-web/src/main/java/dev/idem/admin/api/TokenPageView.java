package dev.idem.admin.api;

import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Page;
import dev.idem.inspect.TokenLine;
import java.util.List;
import java.util.Optional;

/** One page of tokens; next leads to the following one. */
public record TokenPageView(List<TokenItem> tokens, CountView count, Optional<String> next) {

    static TokenPageView of(Page<TokenLine> page, Count count) {
        return new TokenPageView(
                page.lines().stream().map(TokenItem::of).toList(),
                CountView.of(count),
                page.next().map(Cursor::text));
    }
}
