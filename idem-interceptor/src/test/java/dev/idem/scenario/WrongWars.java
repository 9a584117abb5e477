package dev.idem.scenario;

import dev.idem.scenario.disabled.Ledger;
import dev.idem.scenario.disabled.Removing;
import dev.idem.scenario.mistakes.Reordering;
import dev.idem.scenario.mistakes.WrongKeys;
import dev.idem.scenario.moved.Settlement;
import dev.idem.scenario.overlooked.OverlookedResource;
import dev.idem.testing.H2Database;
import dev.idem.testing.Library;
import jakarta.enterprise.inject.spi.Extension;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications with one thing wrong each. */
final class WrongWars {

    private static final String CONFIG = "META-INF/microprofile-config.properties";
    private static final String H2 = "org.h2.jdbcx.JdbcDataSource";

    private WrongWars() {}

    /** Whatever can be wrong together. */
    static WebArchive mistakes() {
        return onH2("mistakes.war")
                .addPackage(WrongKeys.class.getPackage())
                .addAsServiceProvider(Extension.class, Reordering.class)
                .addAsResource(new StringAsset("""
                                idem.application=%s
                                idem.datasource=java:app/jdbc/other
                                idem.role=operator
                                idem.cipher.key=k1:tooShort
                                idem.cache.max-size=16M
                                idem.replay.horizon=PT1H
                                idem.replay.run-as=replay
                                dev.idem.scenario.mistakes.WrongTimes/waitsSoon/IdempotentOperation/waitFor=soon
                                dev.idem.scenario.mistakes.WrongSession/counts/IdempotentOperation/maxAttempts=many
                                """.formatted("x".repeat(129))), CONFIG);
    }

    /** An interceptor that is gone hides other mistakes of its place, a horizon that nobody can read those in time. */
    static WebArchive withoutInterceptor() {
        return onH2("disabled.war")
                .addPackage(Ledger.class.getPackage())
                .addAsServiceProvider(Extension.class, Removing.class)
                .addAsResource(new StringAsset("""
                                idem.replay.horizon=soon
                                idem.observe.refresh=never
                                """), CONFIG);
    }

    static WebArchive withoutTables() {
        return onDataSource("tables.war", H2, H2Database.emptyFile().url());
    }

    static WebArchive onUnknownDatabase() {
        File driver = new File(JDBCDataSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return onDataSource("unknown.war", JDBCDataSource.class.getName(), "jdbc:hsqldb:mem:idem")
                .addAsLibrary(driver);
    }

    static WebArchive withoutDataSource() {
        return bare("nosource.war");
    }

    static WebArchive overlookedClasses() {
        return onH2("overlooked.war").addPackage(OverlookedResource.class.getPackage());
    }

    /** Not wrong, if the place of Idem's interceptor is kept. */
    static WebArchive faultToleranceMoved() {
        return onH2("moved.war").addPackage(Settlement.class.getPackage()).addAsResource(new StringAsset("""
                                mp.fault.tolerance.interceptor.priority=4150
                                dev.idem.scenario.moved.Settlement/IdempotentOperation/scope=GLOBAL
                                """), CONFIG);
    }

    private static WebArchive onH2(String name) {
        return onDataSource(name, H2, H2Database.newFile().url());
    }

    private static WebArchive onDataSource(String name, String type, String url) {
        String webXml = template("/scenario/web.xml")
                .replace("@class@", type)
                .replace("@url@", url)
                .replace("@user@", "sa")
                .replace("@password@", "sa");
        return bare(name).setWebXML(new StringAsset(webXml));
    }

    private static WebArchive bare(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsWebInfResource("scenario/beans.xml", "beans.xml");
    }

    private static String template(String path) {
        try (InputStream in = WrongWars.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
