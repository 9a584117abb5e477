package dev.idem.bench;

import dev.idem.bench.app.Case;
import dev.idem.bench.app.Declined;
import dev.idem.bench.app.Sample;
import java.util.Set;

/** How the calls of a case must end: a contender that answers wrongly is fast for nothing. */
record Expected(String outcome) {

    static Expected of(Case measured) {
        return new Expected(measured == Case.FAILING ? Declined.class.getSimpleName() : "returned");
    }

    void check(String contender, Sample sample) {
        if (!sample.outcomes().keySet().equals(Set.of(outcome))) {
            throw new IllegalStateException(contender + " gave " + sample.outcomes() + ", expected " + outcome);
        }
    }
}
