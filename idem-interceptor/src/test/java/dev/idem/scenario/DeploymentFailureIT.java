package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.PayaraMicro;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applications that must not start, and what their developers read in the server's log. One server has them all. */
class DeploymentFailureIT {

    private static final String MISTAKES = "dev.idem.scenario.mistakes.";

    private static final Pattern REPORT =
            Pattern.compile("Idem found (\\d+) mistake\\(s\\):\\R((?: +IDEM-\\d{4} .*\\R)+)");

    private static PayaraMicro payara;

    @BeforeAll
    static void deploy() {
        payara = PayaraMicro.with(
                WrongWars.mistakes(),
                WrongWars.withoutTables(),
                WrongWars.onUnknownDatabase(),
                WrongWars.withoutDataSource(),
                WrongWars.overlookedClasses(),
                WrongWars.faultToleranceMoved());
    }

    @AfterAll
    static void stop() {
        payara.close();
    }

    @Test
    void allMistakesOfAnApplicationAreInOneReport() {
        List<String> report = report("IDEM-0003");

        assertThat(report)
                .allMatch(line -> line.matches("IDEM-00\\d\\d \\S+: .+\\. Remedy: .+"))
                .anyMatch(line -> line.startsWith("IDEM-0001 ")
                        && line.contains(MISTAKES + "WrongShop.place")
                        && line.contains(MISTAKES + "OtherShop.place"))
                .filteredOn(line -> !line.startsWith("IDEM-0001 "))
                .extracting(DeploymentFailureIT::place)
                .containsExactlyInAnyOrder(
                        "IDEM-0003 " + MISTAKES + "WrongShop.unknownName",
                        "IDEM-0004 " + MISTAKES + "WrongShop.noKey",
                        "IDEM-0006 " + MISTAKES + "WrongShop.waits",
                        "IDEM-0013 " + MISTAKES + "WrongShop.hidden",
                        "IDEM-0014 " + MISTAKES + "WrongShop.retriedInside",
                        "IDEM-0018 " + MISTAKES + "OtherShop.counts",
                        "IDEM-0031 " + MISTAKES + "WrongShop.external",
                        "IDEM-0022 idem.datasource",
                        "IDEM-0050 " + MISTAKES + "WrongShop.forgotten",
                        "IDEM-0057 idem.cipher.key",
                        "IDEM-0058 " + MISTAKES + "WrongShop.shown");
        assertThat(report).noneMatch(line -> line.contains("tooShort"));
    }

    @Test
    void missingTableIsNamedWithItsScript() {
        assertThat(payara.log()).contains("IDEM-0102 the table idem_record is missing: apply db/h2/V1__idem.sql");
    }

    @Test
    void unknownDatabaseIsNamedWithTheKnownOnes() {
        assertThat(payara.log())
                .contains("IDEM-0101 the data source leads to HSQL Database Engine, which Idem does not know: it"
                        + " supports PostgreSQL 15 to 18, MariaDB 10.11 and newer, and H2 2.2 and newer");
    }

    @Test
    void missingDataSourceIsNamedByTheServer() {
        assertThat(payara.log())
                .contains("JNDI lookup failed for the resource: Name: [idem], Lookup: [java:app/jdbc/idem]");
    }

    @Test
    void classesThatAreNoBeansAreNamedAndNoOthers() {
        assertThat(report("IDEM-0023"))
                .allMatch(line -> line.contains("add a scope such as @RequestScoped, or make it an EJB"))
                .extracting(DeploymentFailureIT::place)
                .containsExactly(
                        "IDEM-0023 dev.idem.scenario.overlooked.OverlookedResource",
                        "IDEM-0023 dev.idem.scenario.overlooked.OverlookedService");
    }

    @Test
    void noWrongApplicationAnswers() throws Exception {
        for (String war : List.of("mistakes", "tables", "unknown", "nosource", "overlooked")) {
            assertThat(status(payara.uri(war + "/"))).as(war).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("scenario 82: fault tolerance that is moved behind Idem's number still has each attempt inside it")
    void movedFaultToleranceKeepsItsAttemptsApart() throws Exception {
        assertThat(get(payara.uri("moved/settle")))
                .isEqualTo(
                        "settled s-1, settled s-1, runs: 2, transactions: 2, failed attempts: 1, stored: idem:2:, in plain: false");
    }

    /** The lines of the report that has an id; the server writes each report several times. */
    private static List<String> report(String id) {
        return REPORT.matcher(payara.log())
                .results()
                .filter(report -> report.group(2).contains(id))
                .findFirst()
                .map(report -> lines(report.group(2)).limit(Long.parseLong(report.group(1))))
                .orElseThrow(() -> new AssertionError("no report has " + id))
                .toList();
    }

    private static Stream<String> lines(String report) {
        return report.lines().map(line -> line.strip().replaceFirst("]]$| -- Idem found .*", ""));
    }

    private static String place(String line) {
        return line.split(": ", 2)[0];
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
