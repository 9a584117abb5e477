package dev.idem.demo.launcher;

import java.util.Map;

/**
 * The settings of the WAR's data source.
 *
 * @param driverClass class of the data source
 * @param url JDBC address
 * @param user database user
 * @param password its password, not empty
 */
record DatabaseSettings(String driverClass, String url, String user, String password) {

    Map<String, String> systemProperties() {
        return Map.of(
                "demo.db.class", driverClass,
                "demo.db.url", url,
                "demo.db.user", user,
                "demo.db.password", password);
    }
}
