package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * As whom a worker calls operations that are secured.
 *
 * @param name the caller's name
 * @param roles the caller's roles, or groups where the server maps groups to roles
 */
record RunAs(String name, Set<String> roles) {

    static final String NAME = "idem.replay.run-as";
    static final String ROLES = "idem.replay.run-as-roles";

    private static final int LONGEST = 255;

    RunAs {
        roles = Set.copyOf(roles);
    }

    /** Empty unless configured: then nothing secured is replayed. */
    static Optional<RunAs> of(Config config) {
        return name(config).map(name -> new RunAs(name, roles(config)));
    }

    static Stream<Problem> problems(Config config) {
        Optional<String> name = name(config);
        if (name.isPresent() == roles(config).isEmpty()) {
            return Stream.of(new Problem(
                    ProblemId.BAD_RUN_AS, NAME, NAME + " and " + ROLES + " belong together", "set both, or neither"));
        }
        return name
                .filter(given -> given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl))
                .map(given -> new Problem(
                        ProblemId.BAD_RUN_AS,
                        NAME,
                        "a caller's name has 1 to " + LONGEST + " characters without control characters",
                        "choose one that tells a replay from a user, such as replay"))
                .stream();
    }

    private static Optional<String> name(Config config) {
        return config.getOptionalValue(NAME, String.class).filter(name -> !name.isBlank());
    }

    private static Set<String> roles(Config config) {
        String roles = config.getOptionalValue(ROLES, String.class).orElse("");
        return Stream.of(roles.split(",", -1))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet());
    }
}
