package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application whose operations these are: {@code idem.application}, else the name the container gave it. */
@ApplicationScoped
class ApplicationName {

    static final String SETTING = "idem.application";
    private static final int LONGEST = 128;

    @Resource(lookup = "java:app/AppName")
    String deployed;

    static Stream<Problem> problems(Config config) {
        return config
                .getOptionalValue(SETTING, String.class)
                .filter(name -> name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
                .map(name -> new Problem(
                        ProblemId.BAD_NAME,
                        SETTING,
                        "an application's name has 1 to " + LONGEST + " characters without control characters",
                        "choose a short stable name such as shop"))
                .stream();
    }

    String get() {
        return ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .orElse(deployed);
    }
}
