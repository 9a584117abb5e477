package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.cdi.sample.Healing;
import dev.idem.testing.Library;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that moves MicroProfile Fault Tolerance behind our priority. */
@ExtendWith(ArquillianExtension.class)
class MovedFaultToleranceIT {

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd" version="6.0">
              <data-source>
                <name>java:app/jdbc/idem</name>
                <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                <url>%s</url>
                <user>sa</user>
                <password>sa</password>
              </data-source>
            </web-app>
            """;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Healing healing;

    @Deployment
    static WebArchive war() throws SQLException, IOException {
        return ShrinkWrap.create(WebArchive.class, "moved.war")
                .addPackage(Healing.class.getPackage())
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .addAsResource(
                        new StringAsset("mp.fault.tolerance.interceptor.priority=4150"),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                .setWebXML(new StringAsset(WEB_XML.formatted(migratedDatabase())));
    }

    @Test
    @DisplayName("scenario 82: each attempt of @Retry still has a transaction of its own")
    void everyAttemptHasItsOwnTransaction() {
        assertThat(healing.heal("moved")).isEqualTo("healed");
        assertThat(healing.heal("moved")).isEqualTo("healed");

        assertThat(healing.transactions()).hasSize(3).doesNotHaveDuplicates().doesNotContainNull();
    }

    /** A file, because it is made before the server starts. */
    private static String migratedDatabase() throws SQLException, IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "moved-" + UUID.randomUUID());
        String url = "jdbc:h2:file:" + file.toAbsolutePath();
        String script = Files.readString(Path.of("../db/h2/V1__idem.sql"));
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
        return url;
    }
}
