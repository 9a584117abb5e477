package dev.idem.persistence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a run as they stand in their column: numbers with commas between them. */
final class Ramp {

    private static final String COMMA = ",";

    private Ramp() {}

    static String text(List<Integer> steps) {
        return steps.stream().map(Object::toString).collect(Collectors.joining(COMMA));
    }

    static List<Integer> steps(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(COMMA)).map(Integer::valueOf).toList();
    }
}
