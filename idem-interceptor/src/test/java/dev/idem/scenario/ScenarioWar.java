package dev.idem.scenario;

import dev.idem.scenario.app.Shop;
import dev.idem.scenario.sending.Payments;
import dev.idem.testing.Library;
import dev.idem.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.MDC;
import org.slf4j.jul.JDK14LoggerFactory;

/** Builds the scenario application as a user would: a WAR with Idem in WEB-INF/lib, on one data source. */
final class ScenarioWar {

    private static final Map<String, String> DATA_SOURCES = Map.of(
            "h2", "org.h2.jdbcx.JdbcDataSource",
            "postgresql", "org.postgresql.ds.PGSimpleDataSource",
            "mariadb", "org.mariadb.jdbc.MariaDbDataSource");

    private ScenarioWar() {}

    static WebArchive on(TestDatabase database) {
        database.execute(
                "create table effect (id varchar(36) primary key, name varchar(300), once_only varchar(50) unique)");
        return ShrinkWrap.create(WebArchive.class, "scenarios.war")
                .addPackage(Shop.class.getPackage())
                .addClasses(scenarios())
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsLibraries(jarsOf(PGSimpleDataSource.class, MariaDbDataSource.class))
                .addAsLibraries(jarsOf(MDC.class, JDK14LoggerFactory.class))
                .addAsLibraries(jarsOf(Assertions.class, Awaitility.class, Matcher.class, ParameterizedTest.class))
                .addAsResource("scenario/persistence.xml", "META-INF/persistence.xml")
                .addAsResource("scenario/microprofile-config.properties", "META-INF/microprofile-config.properties")
                .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                .setWebXML(new StringAsset(webXml(database)));
    }

    /** A WAR that tells a broker of what it does, and hears of it again. */
    static WebArchive sending(TestDatabase database) {
        database.execute("create table happened (kind varchar(20), name varchar(100), detail varchar(200))");
        return ShrinkWrap.create(WebArchive.class, "sending.war")
                .addPackage(Payments.class.getPackage())
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsLibraries(jarsOf(PGSimpleDataSource.class))
                .addAsResource("scenario/sending.properties", "META-INF/microprofile-config.properties")
                .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                .setWebXML(new StringAsset(webXml(database)));
    }

    /** The class of the tests and its superclasses, which run inside the server. */
    private static Class<?>[] scenarios() {
        return Stream.<Class<?>>iterate(OperationScenarios.class, type -> type != Object.class, Class::getSuperclass)
                .toArray(Class<?>[]::new);
    }

    static File[] jarsOf(Class<?>... types) {
        return Stream.of(types)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> new File(location.getPath()))
                .toArray(File[]::new);
    }

    static String webXml(TestDatabase database) {
        return template("/scenario/web.xml")
                .replace("@class@", DATA_SOURCES.get(database.vendor()))
                .replace("@url@", database.url())
                .replace("@user@", database.user())
                .replace("@password@", database.password());
    }

    private static String template(String path) {
        try (InputStream in = ScenarioWar.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
