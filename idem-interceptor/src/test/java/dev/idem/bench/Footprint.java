package dev.idem.bench;

import dev.idem.bench.lean.Memory;
import dev.idem.bench.lean.MemoryResource;
import dev.idem.testing.Library;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.TestDatabase;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What it takes to have Idem in an application, next to the same application without it. */
final class Footprint {

    static final String ALONE = "the application alone";
    static final String HIBERNATE = "with Hibernate's jars, not used";
    static final String IDEM = "with Idem";

    private static final int POOL = 4;
    private static final int CALLS = 100;
    private static final Pattern DEPLOYED = Pattern.compile("lean was successfully deployed in ([\\d,]+) milliseconds");

    private static final Jsonb JSONB = JsonbBuilder.create();

    private final TestDatabase database;
    private final Progress progress;
    private final Map<String, List<Sizes>> samples = new LinkedHashMap<>();

    /**
     * What one start showed.
     *
     * @param seconds until it was deployed
     * @param heap MiB in use after a collection
     * @param beside MiB in use for classes and compiled code
     * @param classes how many are loaded, with the server's own
     * @param war MiB of the archive
     */
    record Sizes(double seconds, double heap, double beside, double classes, double war) {}

    private Footprint(TestDatabase database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    static Footprint measure(TestDatabase database, Settings settings, Progress progress) throws Exception {
        Footprint footprint = new Footprint(database, progress);
        for (int round = 0; round < settings.rounds(); round++) {
            footprint.round();
        }
        return footprint;
    }

    private void round() throws Exception {
        sample(ALONE, war());
        sample(HIBERNATE, war().addAsLibraries(Library.dependencies()));
        sample(IDEM, war().addAsLibraries(Library.dependencies()).addAsLibrary(Library.jar()));
        expectRecords();
    }

    private WebArchive war() {
        return Application.empty("lean", database, POOL).addPackage(MemoryResource.class.getPackage());
    }

    /** As users start it, but for the size of the heap. */
    private void sample(String what, WebArchive war) throws Exception {
        double archive = war.as(ZipExporter.class).exportAsInputStream().readAllBytes().length;
        database.execute("truncate effect, idem_record");
        try (PayaraMicro server = PayaraMicro.setup().jvm("-Xmx512m").start(war)) {
            Matcher deployed = DEPLOYED.matcher(server.log());
            if (!deployed.find()) {
                throw new IllegalStateException(what + " was not deployed\n" + server.log());
            }
            Memory memory = memory(server);
            Sizes sizes = new Sizes(
                    Double.parseDouble(deployed.group(1).replace(",", "")) / 1e3,
                    mebibytes((double) memory.heap()),
                    mebibytes((double) memory.beside()),
                    memory.classes(),
                    mebibytes(archive));
            progress.say("%s: %s", what, sizes);
            samples.computeIfAbsent(what, any -> new ArrayList<>()).add(sizes);
        }
    }

    private static Memory memory(PayaraMicro server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("lean/api/memory"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return JSONB.fromJson(response.body(), Memory.class);
    }

    /** The calls of the last start were Idem's. */
    private void expectRecords() throws SQLException {
        double records = new Query(database).value("select count(*) from idem_record");
        if (records != CALLS) {
            throw new IllegalStateException("the calls left " + records + " records, expected " + CALLS);
        }
    }

    private static double mebibytes(double bytes) {
        return bytes / (1 << 20);
    }

    List<String> variants() {
        return List.copyOf(samples.keySet());
    }

    double median(String variant, ToDoubleFunction<Sizes> figure) {
        return Timings.median(samples.getOrDefault(variant, List.of()).stream().mapToDouble(figure));
    }
}
