package dev.idem.admin.web;

import dev.idem.inspect.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

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

    private final String after;
    private final List<String> back;

    private Paging(String after, List<String> back) {
        this.after = after;
        this.back = back;
    }

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if a cursor is none
     */
    public static Paging of(String after, List<String> back) {
        return of(after, back, text -> Cursor.parse(text).text());
    }

    /**
     * Reads the address of a list with cursors of its own.
     *
     * @param reading gives a cursor as it is written; throws {@link IllegalArgumentException} at what is none
     * @throws IllegalArgumentException if a cursor is none
     */
    public static Paging of(String after, List<String> back, UnaryOperator<String> reading) {
        if (back.size() > LONGEST_WAY_BACK) {
            throw new IllegalArgumentException("too many cursors");
        }
        return new Paging(
                after.isEmpty() ? "" : reading.apply(after),
                back.stream().map(reading).toList());
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
        return after.isEmpty() ? Optional.empty() : Optional.of(Cursor.parse(after));
    }

    /** Where the page begins, as it stands in the address; "" for the first. */
    public String after() {
        return after;
    }

    /**
     * A cursor that is a number, as it is written.
     *
     * @throws NumberFormatException if it is none
     */
    public static String number(String text) {
        return Long.toString(Long.parseLong(text));
    }

    /** Where the page begins, in a list whose cursors are numbers. */
    public OptionalLong afterNumber() {
        return after.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(after));
    }

    /** The address of this page. */
    public Query here(Query filter) {
        return after.isEmpty() ? filter : filter.with(AFTER, after).with(BACK, back);
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
    public Query older(Query filter, String next) {
        List<String> way = new ArrayList<>(back);
        if (!after.isEmpty()) {
            way.add(after);
        }
        List<String> kept = way.subList(Math.max(0, way.size() - LONGEST_WAY_BACK), way.size());
        return filter.with(AFTER, next).with(BACK, kept);
    }
}
