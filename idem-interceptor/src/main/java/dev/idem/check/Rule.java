package dev.idem.check;

import java.util.stream.Stream;

/** One thing that can be wrong with an operation. Stateless. */
@FunctionalInterface
interface Rule {

    Stream<Problem> problems(Candidate candidate);

    /** The one problem found if a condition holds. */
    static Stream<Problem> when(boolean wrong, java.util.function.Supplier<Problem> problem) {
        return wrong ? Stream.of(problem.get()) : Stream.empty();
    }
}
