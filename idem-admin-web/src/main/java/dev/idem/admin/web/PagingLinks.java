package dev.idem.admin.web;

import dev.idem.inspect.Cursor;
import dev.idem.inspect.Page;
import java.util.Optional;

/**
 * The links below a list.
 *
 * @param newer the query of the page before, "" for the first page
 * @param hasNewer whether there is one
 * @param older the query of the page that follows, "" if there is none
 */
public record PagingLinks(String newer, boolean hasNewer, String older) {

    /** The links of a page. */
    public static PagingLinks of(Paging paging, Query filter, Page<?> page) {
        return of(paging, filter, page.next().map(Cursor::text));
    }

    /** The links of a page after which a cursor of the list's own leads on. */
    public static PagingLinks of(Paging paging, Query filter, Optional<String> next) {
        return new PagingLinks(
                paging.newer(filter).map(Query::text).orElse(""),
                paging.newer(filter).isPresent(),
                next.map(cursor -> paging.older(filter, cursor).text()).orElse(""));
    }

    /** Whether a page follows. */
    public boolean hasOlder() {
        return !older.isEmpty();
    }
}
