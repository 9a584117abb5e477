package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.scenario.mistakes.WrongAnswers;
import dev.idem.scenario.mistakes.WrongKeys;
import dev.idem.scenario.mistakes.WrongModes;
import dev.idem.scenario.mistakes.WrongResource;
import dev.idem.scenario.mistakes.WrongSession;
import dev.idem.scenario.mistakes.WrongTimes;
import dev.idem.testing.PayaraMicro;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applications that must not start, and what their developers read in the server's log. One server has them all. */
class DeploymentFailureIT {

    private static final String MISTAKES = "dev.idem.scenario.mistakes.";
    private static final String OVERLOOKED = "dev.idem.scenario.overlooked.";

    private static final List<Class<?>> WRONG_BEANS = List.of(
            WrongAnswers.class,
            WrongKeys.class,
            WrongModes.class,
            WrongResource.class,
            WrongSession.class,
            WrongTimes.class);

    /** Mistakes that are in no method. */
    private static final Map<String, String> WRONG_SETTINGS = Map.of(
            "IDEM-0002 idem.application",
            "an application's name has 1 to 128 characters",
            "IDEM-0005 " + MISTAKES + "CurrencyKeys, " + MISTAKES + "OtherCurrencyKeys",
            "several beans are a KeySource of java.util.Currency",
            "IDEM-0022 idem.datasource",
            "the configuration says java:app/jdbc/other, but the persistence unit uses java:app/jdbc/idem",
            "IDEM-0030 idem.role",
            "there is no role operator",
            "IDEM-0057 idem.cipher.key",
            "idem.cipher.key: key k1 is no Base64 of 32 bytes",
            "IDEM-0060 idem.replay.run-as",
            "idem.replay.run-as and idem.replay.run-as-roles belong together",
            "IDEM-0062 com.github.ben-manes.caffeine:caffeine",
            "it is not in the application, and these have a cacheFor: ",
            "IDEM-0063 idem.cache.max-size",
            "it must be a number of bytes from 1 to 1099511627776, was 16M");

    private static final Pattern DEPLOYMENT_ID = Pattern.compile("^\\| (IDEM-00\\d\\d) \\|", Pattern.MULTILINE);

    private static PayaraMicro payara;

    @BeforeAll
    static void deploy() {
        payara = PayaraMicro.with(
                WrongWars.mistakes(),
                WrongWars.withoutInterceptor(),
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
    @DisplayName("scenario 72: an expiry of zero, and whatever else is wrong with an application, is in one report")
    void allMistakesOfAnApplicationAreInOneReport() {
        Map<String, String> report = report("IDEM-0003");
        Map<String, String> expected = new HashMap<>(WRONG_SETTINGS);
        expected.putAll(DeploymentReport.promised(WRONG_BEANS));

        assertThat(report.keySet())
                .filteredOn(place -> !place.startsWith("IDEM-0001 "))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(expected).allSatisfy((place, text) -> assertThat(report.get(place))
                .as(place)
                .startsWith(text)
                .matches(".+\\. Remedy: .+")
                .doesNotContain("tooShort"));
    }

    @Test
    @DisplayName("scenario 6: of two methods under one name one is the place, the other in the text")
    void bothMethodsOfOneNameAreNamed() {
        String place = MISTAKES + "WrongKeys.place";
        String other = MISTAKES + "WrongSession.place";
        Map<String, String> report = report("IDEM-0001");

        String named = report.containsKey("IDEM-0001 " + place) ? place : other;
        assertThat(report.get("IDEM-0001 " + named))
                .startsWith(
                        "the operation name 'orders.place' is also that of " + (named.equals(place) ? other : place));
    }

    @Test
    void interceptorThatIsGoneAndHorizonThatNobodyCanReadAreTold() {
        assertThat(report("IDEM-0020"))
                .hasSize(2)
                .hasEntrySatisfying(
                        "IDEM-0020 dev.idem.scenario.disabled.Ledger.book",
                        containing("Idem's interceptor is not active for it"))
                .hasEntrySatisfying("IDEM-0051 idem.replay.horizon", containing("\"soon\" is no time above zero"));
    }

    @Test
    void settingsOfTheFiguresAreChecked() {
        assertThat(payara.log())
                .contains(
                        "IDEM-0054 idem.observe.refresh must be a duration from PT0.01S to PT1H, such as PT5S, was never");
    }

    @Test
    void everyMistakeOfTheReferenceIsMadeHere() throws Exception {
        String reference = Files.readString(Path.of("REFERENCE.md"));
        List<String> known = DEPLOYMENT_ID
                .matcher(reference)
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(known).hasSizeGreaterThan(30);
        assertThat(DeploymentReport.ids(payara.log())).containsExactlyInAnyOrderElementsOf(known);
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
        String remedy = "add a scope such as @RequestScoped, or make it an EJB";

        assertThat(report("IDEM-0023"))
                .hasSize(3)
                .hasEntrySatisfying("IDEM-0023 " + OVERLOOKED + "OverlookedResource", containing(remedy))
                .hasEntrySatisfying("IDEM-0023 " + OVERLOOKED + "OverlookedService", containing(remedy))
                .hasEntrySatisfying(
                        "IDEM-0012 " + OVERLOOKED + "OverlookedListener.onMessage",
                        containing("makes a broker deliver the duplicate again and again"));
    }

    @Test
    void noWrongApplicationAnswers() throws Exception {
        for (String war : List.of("mistakes", "disabled", "tables", "unknown", "nosource", "overlooked")) {
            assertThat(status(payara.uri(war + "/"))).as(war).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("scenario 82: fault tolerance that is moved behind Idem's number still has each attempt inside it")
    void movedFaultToleranceKeepsItsAttemptsApart() throws Exception {
        assertThat(get(payara.uri("moved/settle")))
                .isEqualTo(
                        "settled s-1, settled s-1, runs: 3, transactions: 3, failed attempts: 2, stored: idem:2:, in plain: false");
    }

    private static Map<String, String> report(String id) {
        return DeploymentReport.with(id, payara.log()).mistakes();
    }

    private static Consumer<String> containing(String text) {
        return told -> assertThat(told).contains(text);
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
