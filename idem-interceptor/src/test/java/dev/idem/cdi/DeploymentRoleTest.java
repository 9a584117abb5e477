package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.check.ProblemId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class DeploymentRoleTest {

    @Test
    void knownRolesPass() {
        assertThat(ThisDeployment.problems(config(Map.of()))).isEmpty();
        assertThat(ThisDeployment.problems(config(Map.of("idem.role", "application"))))
                .isEmpty();
        assertThat(ThisDeployment.problems(config(Map.of("idem.role", "console"))))
                .isEmpty();
    }

    @Test
    void anotherRoleIsAMistake() {
        assertThat(ThisDeployment.problems(config(Map.of("idem.role", "Console"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.id()).isEqualTo(ProblemId.BAD_ROLE);
                    assertThat(problem.toString()).startsWith("IDEM-0030 idem.role");
                });
    }

    static Config config(Map<String, String> values) {
        return (Config) java.lang.reflect.Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(arguments[0])));
    }
}
