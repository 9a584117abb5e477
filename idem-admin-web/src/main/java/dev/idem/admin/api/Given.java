package dev.idem.admin.api;

import dev.idem.admin.web.Days;
import dev.idem.admin.web.Told;
import dev.idem.inspect.Actions;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.RecordId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what a caller gave in the address or in fields, and says of what cannot be read what it must be. */
final class Given {

    /** The longest page. */
    static final int LONGEST_PAGE = 100;

    private static final int LONGEST_REASON = 1_000;
    private static final int UNREADABLE = 400;
    private static final int INCOMPLETE = 422;

    private Given() {}

    /** A text that narrows a list, if it is given. */
    static Optional<String> text(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** One of the names of an enum, if one is given. */
    static <E extends Enum<E>> Optional<E> name(String parameter, String text, Class<E> names) {
        return text(text).map(given -> one(parameter, given, names));
    }

    private static <E extends Enum<E>> E one(String parameter, String given, Class<E> names) {
        return Arrays.stream(names.getEnumConstants())
                .filter(each -> each.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Told(
                        UNREADABLE,
                        parameter + " must be one of "
                                + Arrays.stream(names.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static <E extends Enum<E>> Set<E> names(String parameter, String text, Class<E> names) {
        return name(parameter, text, names).map(Set::of).orElse(Set.of());
    }

    /** From when on, if that is given: a time, or the beginning of a day. */
    static Optional<Instant> from(String text) {
        return text(text).map(given -> time("from", given, Days::start));
    }

    /** Before when, if that is given: a time, or the end of a day. */
    static Optional<Instant> until(String text) {
        return text(text).map(given -> time("until", given, Days::end));
    }

    private static Instant time(String parameter, String given, Function<String, Instant> ofDay) {
        try {
            if (!given.contains("T")) {
                return ofDay.apply(given);
            }
            Instant time = Instant.parse(given);
            Days.start(time.toString().substring(0, "2026-01-01".length()));
            return time;
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new Told(
                    UNREADABLE,
                    parameter + " must be a day or a time of UTC, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        }
    }

    /** How long a page is. */
    static int size(String text) {
        if (!text.matches("[1-9][0-9]?|100")) {
            throw new Told(UNREADABLE, "size must be 1 to " + LONGEST_PAGE + ".");
        }
        return Integer.parseInt(text);
    }

    /** A number that names something; what is none names nothing. */
    static long number(String what, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw none(what);
        }
    }

    /** A cursor. */
    static <T> T cursor(Supplier<T> reading) {
        return read(reading, "after must be the next of a page, as it was: begin with the first page.");
    }

    /** A filter, once all its parts are read. */
    static <T> T filter(Supplier<T> reading) {
        return read(reading, "A part of the filter is none that anything can have.");
    }

    private static <T> T read(Supplier<T> reading, String otherwise) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new Told(UNREADABLE, otherwise);
        }
    }

    /** What makes a plan, a pace or the like of fields: what is wrong with them is told in its words. */
    static <T> T fields(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new Told(INCOMPLETE, String.valueOf(wrong.getMessage()));
        }
    }

    /** For how many days. */
    static Duration days(int days) {
        if (days < 1 || days > Actions.LONGEST_EXTENSION.toDays()) {
            throw new Told(INCOMPLETE, "The field days must be 1 to " + Actions.LONGEST_EXTENSION.toDays() + ".");
        }
        return Duration.ofDays(days);
    }

    /** Why. */
    static String reason(String text) {
        String reason = optionalReason(text);
        if (reason.isEmpty()) {
            throw new Told(INCOMPLETE, "Say why in the field reason: it is kept, also in the audit trail.");
        }
        return reason;
    }

    /** Why, where that may be left out. */
    static String optionalReason(String text) {
        String reason = text.strip();
        if (reason.length() > LONGEST_REASON) {
            throw new Told(INCOMPLETE, "The reason is longer than 1,000 characters.");
        }
        return reason;
    }

    /** A record's id; what cannot be one names no record. */
    static RecordId record(String hex) {
        try {
            return new RecordId(hex);
        } catch (IllegalArgumentException notAnId) {
            throw none("record");
        }
    }

    static NoSuchRecordException none(String what) {
        return new NoSuchRecordException("there is no such " + what);
    }
}
