package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import dev.idem.engine.Deployment;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The application whose operations these are: {@code idem.application}, else the name the container gave it. And its
 * role: {@code application}, or {@code console} for a tool of operators that runs none.
 */
@ApplicationScoped
class ThisDeployment implements Deployment {

    static final String NAME = "idem.application";
    static final String ROLE = "idem.role";

    private static final String APPLICATION = "application";
    private static final Set<String> ROLES = Set.of(APPLICATION, "console");
    private static final int LONGEST = 128;

    @Resource(lookup = "java:app/AppName")
    String deployed;

    static Stream<Problem> problems(Config config) {
        return Stream.concat(badName(config), badRole(config));
    }

    private static Stream<Problem> badName(Config config) {
        return config
                .getOptionalValue(NAME, String.class)
                .filter(name -> name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
                .map(name -> new Problem(
                        ProblemId.BAD_NAME,
                        NAME,
                        "an application's name has 1 to " + LONGEST + " characters without control characters",
                        "choose a short stable name such as shop"))
                .stream();
    }

    private static Stream<Problem> badRole(Config config) {
        return config
                .getOptionalValue(ROLE, String.class)
                .filter(role -> !ROLES.contains(role))
                .map(role -> new Problem(
                        ProblemId.BAD_ROLE,
                        ROLE,
                        "there is no role " + role,
                        "application (the default), or console for a WAR that only looks at records"))
                .stream();
    }

    @Override
    public String application() {
        return ConfigProvider.getConfig().getOptionalValue(NAME, String.class).orElse(deployed);
    }

    @Override
    public boolean runsOperations() {
        return ConfigProvider.getConfig()
                .getOptionalValue(ROLE, String.class)
                .orElse(APPLICATION)
                .equals(APPLICATION);
    }
}
