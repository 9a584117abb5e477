package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class RunAsTest {

    @Test
    void nobodyIsTheDefault() {
        Config config = DeploymentRoleTest.config(Map.of());

        assertThat(RunAs.of(config)).isEmpty();
        assertThat(RunAs.problems(config)).isEmpty();
    }

    @Test
    void callerAndRolesAreRead() {
        Config config = config("replay", "clerk, teller,,");

        assertThat(RunAs.of(config)).contains(new RunAs("replay", Set.of("clerk", "teller")));
        assertThat(RunAs.problems(config)).isEmpty();
    }

    @Test
    void callerWithoutRolesAndRolesWithoutACallerAreMistakes() {
        assertMistake(config("replay", " , "));
        assertMistake(config(" ", "clerk"));
        assertMistake(config("replay\n", "clerk"));
        assertMistake(config("r".repeat(256), "clerk"));
    }

    private static Config config(String name, String roles) {
        return DeploymentRoleTest.config(Map.of(RunAs.NAME, name, RunAs.ROLES, roles));
    }

    private static void assertMistake(Config config) {
        assertThat(RunAs.problems(config))
                .singleElement()
                .extracting(Problem::id)
                .isEqualTo(ProblemId.BAD_RUN_AS);
    }
}
