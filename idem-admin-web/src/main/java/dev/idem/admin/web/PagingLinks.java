package dev.idem.admin.web;

import dev.idem.inspect.Page;

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
        return new PagingLinks(
                paging.newer(filter).map(Query::text).orElse(""),
                paging.newer(filter).isPresent(),
                page.next().map(next -> paging.older(filter, next).text()).orElse(""));
    }

    /** Whether a page follows. */
    public boolean hasOlder() {
        return !older.isEmpty();
    }
}
