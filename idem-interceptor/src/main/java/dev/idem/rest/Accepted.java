package dev.idem.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client accepts (RFC 9110 §12.5.1).
 *
 * @param ranges the media ranges of its {@code Accept} header, each maybe with a {@code q}
 */
record Accepted(List<MediaType> ranges) {

    static Accepted anything() {
        return new Accepted(List.of(MediaType.WILDCARD_TYPE));
    }

    /** Reads the header; one that cannot be read asks for nothing special. */
    static Accepted of(List<String> fields) {
        try {
            List<MediaType> ranges = fields.stream()
                    .flatMap(field -> Stream.of(field.split(",")))
                    .filter(text -> !text.isBlank())
                    .map(text -> MediaType.valueOf(text.strip()))
                    .toList();
            ranges.forEach(Accepted::weight);
            return ranges.isEmpty() ? anything() : new Accepted(ranges);
        } catch (IllegalArgumentException unreadable) {
            return anything();
        }
    }

    /**
     * Chooses a type: what the client likes best, else what stands first in the offer. A wildcard in the offer stands for
     * the types that the client names.
     *
     * @return empty if none is acceptable, or only a wildcard is left
     */
    Optional<MediaType> choose(List<MediaType> offered) {
        return offered.stream()
                .flatMap(offer -> isNamed(offer) ? named(offer) : open(offer))
                .filter(match -> match.weight > 0)
                .max(Comparator.comparingDouble(Match::weight))
                .map(Match::type);
    }

    /** The most specific range tells. */
    private Stream<Match> named(MediaType offer) {
        return ranges.stream()
                .filter(offer::isCompatible)
                .max(Comparator.comparingInt(Accepted::precision))
                .map(range -> new Match(offer, weight(range)))
                .stream();
    }

    private Stream<Match> open(MediaType offer) {
        return ranges.stream()
                .filter(range -> isNamed(range) && range.isCompatible(offer))
                .map(range -> new Match(new MediaType(range.getType(), range.getSubtype()), weight(range)));
    }

    private static boolean isNamed(MediaType type) {
        return precision(type) == 2;
    }

    private static int precision(MediaType type) {
        if (type.isWildcardType()) {
            return 0;
        }
        return type.isWildcardSubtype() ? 1 : 2;
    }

    private static double weight(MediaType range) {
        String q = range.getParameters().get("q");
        return q == null ? 1 : Double.parseDouble(q);
    }

    /** A type that both sides agree on. */
    private record Match(MediaType type, double weight) {}
}
