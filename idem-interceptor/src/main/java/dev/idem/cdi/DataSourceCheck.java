package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The persistence unit is set up before the application's own configuration can be read: it takes its data source from
 * system properties and environment variables only.
 */
final class DataSourceCheck {

    static final String SETTING = "idem.datasource";
    static final String DEFAULT = "java:app/jdbc/idem";

    private DataSourceCheck() {}

    static Stream<Problem> problems(Config config) {
        String unit = unitDataSource();
        return config
                .getOptionalValue(SETTING, String.class)
                .filter(configured -> !configured.equals(unit))
                .map(configured -> problem(configured, unit))
                .stream();
    }

    private static String unitDataSource() {
        return Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv("IDEM_DATASOURCE")))
                .or(() -> Optional.ofNullable(System.getenv("idem_datasource")))
                .orElse(DEFAULT);
    }

    private static Problem problem(String configured, String unit) {
        return new Problem(
                ProblemId.OTHER_DATA_SOURCE,
                SETTING,
                "the configuration says " + configured + ", but the persistence unit uses " + unit,
                "set it as a system property (-D" + SETTING + "=" + configured
                        + ") or environment variable IDEM_DATASOURCE, not in microprofile-config.properties");
    }
}
