package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.spi.ResultUpcaster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The application's upcasters, one for an operation. */
@ApplicationScoped
class Upcasters {

    private static final int FIRST_CHANGE = 2;
    private static final int LAST = 999_999_999;

    @Inject
    @Any
    Instance<ResultUpcaster> beans;

    Optional<ResultUpcaster> of(String operation) {
        return beans.stream().filter(each -> each.operation().equals(operation)).findFirst();
    }

    /**
     * Stops the start if one could not be meant so.
     *
     * @throws IllegalStateException with what is wrong
     */
    void check(Collection<Candidate> operations) {
        List<String> deployed = operations.stream().map(Candidate::name).toList();
        List<ResultUpcaster> all = beans.stream().toList();
        for (ResultUpcaster each : all) {
            require(deployed.contains(each.operation()), each, "is not deployed");
            require(
                    all.stream()
                                    .filter(other -> other.operation().equals(each.operation()))
                                    .count()
                            == 1,
                    each,
                    "has several");
            require(
                    each.version() >= FIRST_CHANGE && each.version() <= LAST,
                    each,
                    "cannot have version " + each.version() + ": the first change makes version 2");
        }
    }

    private static void require(boolean right, ResultUpcaster upcaster, String wrong) {
        if (!right) {
            throw new IllegalStateException(
                    "IDEM-0241 there is a ResultUpcaster for operation " + upcaster.operation() + ", which " + wrong);
        }
    }
}
