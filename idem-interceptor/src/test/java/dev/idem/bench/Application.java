package dev.idem.bench;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idem.bench.app.Case;
import dev.idem.bench.app.RoundResource;
import dev.idem.bench.app.Sample;
import dev.idem.bench.dry.NoStore;
import dev.idem.testing.Host;
import dev.idem.testing.Library;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.TestDatabase;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The contenders in a process of their own, on Payara Micro if nothing else is said, all on one data source. */
final class Application implements AutoCloseable {

    private static final String SETTINGS = "bench/microprofile-config.properties";

    private static final Map<String, String> DATA_SOURCES = Map.of(
            "h2", "org.h2.jdbcx.JdbcDataSource",
            "postgresql", PGSimpleDataSource.class.getName(),
            "mariadb", MariaDbDataSource.class.getName());

    private final Host server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Jsonb jsonb = JsonbBuilder.create();
    private final String name;
    private final long filled;

    private Application(Host server, String name) {
        this(server, name, 0);
    }

    private Application(Host server, String name, long filled) {
        this.server = server;
        this.name = name;
        this.filled = filled;
    }

    /**
     * Deploys them.
     *
     * @param pool how many connections they share
     */
    static Application on(TestDatabase database, int pool, String... jvm) {
        return new Application(PayaraMicro.setup().jvm(jvm).start(war("bench", database, pool)), "bench");
    }

    /** Deploys them once for each database, all on one server, which ends when one of them is closed. */
    static List<Application> onEach(List<TestDatabase> databases, int pool, String... jvm) {
        WebArchive[] wars = IntStream.range(0, databases.size())
                .mapToObj(i -> war("bench" + i, databases.get(i), pool))
                .toArray(WebArchive[]::new);
        PayaraMicro server = PayaraMicro.setup().jvm(jvm).start(wars);
        return IntStream.range(0, wars.length)
                .mapToObj(i -> new Application(server, "bench" + i))
                .toList();
    }

    /** Deploys them on a server that purges. */
    static Application purging(TestDatabase database, int pool, String... jvm) {
        PayaraMicro.Setup setup = PayaraMicro.setup()
                .jvm(jvm)
                .property("idem.purge.enabled", "true")
                .property("idem.purge.interval", "PT5S");
        return new Application(setup.start(war("bench", database, pool)), "bench");
    }

    /** Idem without a database; the data source is there and not used. */
    static Application dry(TestDatabase database, String... jvm) {
        WebArchive war = war("dry", database, 8).addPackage(NoStore.class.getPackage());
        return new Application(PayaraMicro.setup().jvm(jvm).start(war), "dry");
    }

    /** Idem and those written by hand, without a server. */
    static Application plain(TestDatabase database, int pool, String... jvm) {
        JavaArchive contenders = ShrinkWrap.create(JavaArchive.class)
                .addPackage(RoundResource.class.getPackage())
                .addAsResource(SETTINGS, "META-INF/microprofile-config.properties");
        return new Application(PlainProcess.start(database, contenders, pool, jvm), "plain");
    }

    private static WebArchive war(String name, TestDatabase database, int pool) {
        return empty(name, database, pool)
                .addPackage(RoundResource.class.getPackage())
                .addAsLibrary(Library.jar())
                .addAsLibraries(Library.dependencies())
                .addAsLibraries(peers())
                .addAsLibraries(jarOf(MariaDbDataSource.class), jarOf(Caffeine.class));
    }

    /** A WAR with a data source, and nothing that uses it. */
    static WebArchive empty(String name, TestDatabase database, int pool) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsLibraries(jarOf(PGSimpleDataSource.class))
                .addAsResource(SETTINGS, "META-INF/microprofile-config.properties")
                .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                .setWebXML(new StringAsset(webXml(database, pool)));
    }

    private static File jarOf(Class<?> driver) {
        return new File(
                driver.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static File[] peers() {
        File[] jars = new File("target/peers").listFiles((folder, name) -> name.endsWith(".jar"));
        return Objects.requireNonNull(jars, "target/peers is missing: run Maven with -Pbench");
    }

    private static String webXml(TestDatabase database, int pool) {
        return Resources.text("bench/web.xml")
                .replace("@class@", DATA_SOURCES.getOrDefault(database.vendor(), ""))
                .replace("@url@", database.url())
                .replace("@user@", database.user())
                .replace("@password@", database.password())
                .replace("@pool@", Integer.toString(pool));
    }

    /** Has some calls made. */
    Sample calls(String contender, Case measured, int calls) throws IOException, InterruptedException {
        return round(contender, measured, "calls=" + calls);
    }

    /** Has as many calls made as threads can in a time. */
    Sample round(String contender, Case measured, int threads, long millis) throws IOException, InterruptedException {
        return round(contender, measured, "threads=" + threads + "&millis=" + millis);
    }

    /** Has so many calls begin each second. */
    Sample paced(String contender, Case measured, int threads, long millis, int rate)
            throws IOException, InterruptedException {
        return round(contender, measured, "threads=" + threads + "&millis=" + millis + "&rate=" + rate);
    }

    /** The same, whose duplicates name records that SQL has made. */
    Application filled(long records) {
        return new Application(server, name, records);
    }

    /** Has each of some threads make one call, and ends when all are answered or the time is over. */
    Sample once(String contender, Case measured, int threads, long millis) throws IOException, InterruptedException {
        return round(contender, measured, "calls=1&threads=" + threads + "&millis=" + millis);
    }

    private Sample round(String contender, Case measured, String query) throws IOException, InterruptedException {
        String path = URLEncoder.encode(contender, StandardCharsets.UTF_8).replace("+", "%20");
        URI uri = server.uri(name + "/api/rounds/" + path + "/" + measured + "?filled=" + filled + "&" + query);
        return jsonb.fromJson(send(HttpRequest.newBuilder(uri).GET()), Sample.class);
    }

    /** Has a pool of this size report its statistics to PostgreSQL. */
    void flush(int size) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(server.uri(name + "/api/flush/" + size)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What its server has written. */
    String log() {
        return server.log();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response + ": " + response.body() + "\n" + server.log());
        }
        return response.body();
    }

    @Override
    public void close() {
        server.close();
    }
}
