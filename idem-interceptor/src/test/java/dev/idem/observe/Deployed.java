package dev.idem.observe;

import dev.idem.engine.ReplayTarget;
import dev.idem.engine.ReplayTargets;
import java.util.Optional;
import java.util.Set;

/** The names of deployed operations. */
record Deployed(Set<String> operations) implements ReplayTargets {

    Deployed(String... operations) {
        this(Set.of(operations));
    }

    @Override
    public Optional<ReplayTarget> target(String operation) {
        return Optional.empty();
    }
}
