package dev.idem.admin.web;

import dev.idem.inspect.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a reader is in a list that is read page by page: the page's cursor, and those of the pages before it, which lead
 * back. All of it is in the address. Immutable.
 */
public final class Paging {

    /** The parameter with the page's cursor. */
    public static final String AFTER = "after";

    /** The parameter with the cursors of the pages before, the first page left out. */
    public static final String BACK = "back";

    /** The lengths of a page. */
    public static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final int LONGEST_WAY_BACK = 15;

    private final Optional<Cursor> after;
    private final List<String> back;

    private Paging(Optional<Cursor> after, List<String> back) {
        this.after = after;
        this.back = back;
    }

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if a cursor is none
     */
    public static Paging of(String after, List<String> back) {
        List<String> checked =
                back.stream().map(each -> Cursor.parse(each).text()).toList();
        if (checked.size() > LONGEST_WAY_BACK) {
            throw new IllegalArgumentException("too many cursors");
        }
        return new Paging(after.isEmpty() ? Optional.empty() : Optional.of(Cursor.parse(after)), checked);
    }

    /**
     * The nearest length there is: a page is never longer than the longest.
     *
     * @throws IllegalArgumentException if it is no number
     */
    public static int size(String text) {
        if (text.isEmpty()) {
            return SIZES.get(0);
        }
        long wanted = Long.parseLong(text);
        return SIZES.stream().filter(size -> size >= wanted).findFirst().orElse(SIZES.get(SIZES.size() - 1));
    }

    /** Where the page begins. */
    public Optional<Cursor> cursor() {
        return after;
    }

    /** The address of the page before, if this is not the first. */
    public Optional<Query> newer(Query filter) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (back.isEmpty()) {
            return Optional.of(filter);
        }
        int last = back.size() - 1;
        return Optional.of(filter.with(AFTER, back.get(last)).with(BACK, back.subList(0, last)));
    }

    /** The address of the page that follows. */
    public Query older(Query filter, Cursor next) {
        List<String> way = new ArrayList<>(back);
        after.map(Cursor::text).ifPresent(way::add);
        List<String> kept = way.subList(Math.max(0, way.size() - LONGEST_WAY_BACK), way.size());
        return filter.with(AFTER, next.text()).with(BACK, kept);
    }
}
