package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.RecordKey;
import dev.idem.scenario.replay.HeldShop;
import dev.idem.testing.Library;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A worker killed (SIGKILL) while it carries out a replay, and the next node. */
class ReplayCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database =
            ListenerWar.prepared(PostgresDatabase.shared().newDatabase());
    private final OperatorRows rows = new OperatorRows(database);

    @Test
    @DisplayName("scenario 117: a worker killed before the effect, or before it reported one: another node takes over,"
            + " the effect is one")
    void killedWorkerIsReplaced() {
        String inBody = parked("body");
        String afterCommit = parked("commit");
        String first;
        String second;
        try (PayaraMicro dying = node()) {
            first = rows.replay("held.buy", inBody);
            second = rows.replay("held.buy", afterCommit);
            eventually(() -> assertThat(dying.log()).contains("waits: " + inBody, "waits: " + afterCommit));
            assertThat(rows.request(first)).isEqualTo("RUNNING");
            assertThat(rows.request(second)).isEqualTo("RUNNING");
        }
        assertThat(rows.state("held.buy", inBody)).isEqualTo("POISON");
        assertThat(rows.effects(inBody)).isZero();
        assertThat(rows.state("held.buy", afterCommit)).isEqualTo("COMPLETED");
        assertThat(rows.request(second)).isEqualTo("RUNNING");
        rows.open(inBody);
        rows.open(afterCommit);

        try (PayaraMicro next = node()) {
            eventually(() -> assertThat(rows.request(first)).isEqualTo("DONE SUCCEEDED: completed"));
            eventually(() -> assertThat(rows.request(second)).isEqualTo("DONE SUCCEEDED: completed"));
            assertThat(next.log()).contains("waits: " + inBody).doesNotContain("waits: " + afterCommit);
        }
        assertThat(rows.effects(inBody)).isEqualTo(1);
        assertThat(rows.effects(afterCommit)).isEqualTo(1);
    }

    /** As a call that failed too often. */
    private String parked(String where) {
        String id = where + "-" + UUID.randomUUID();
        rows.park(RecordKey.of("held", "held.buy", "", id), "[\"" + id + "\",\"" + where + "\"]");
        return id;
    }

    private PayaraMicro node() {
        return PayaraMicro.setup()
                .property("idem.replay.poll", "PT0.2S")
                .property("idem.replay.lease", "PT3S")
                .start(ShrinkWrap.create(WebArchive.class, "held.war")
                        .addPackage(HeldShop.class.getPackage())
                        .addAsLibrary(Library.jar())
                        .addAsLibraries(Library.dependencies())
                        .addAsLibraries(ScenarioWar.jarsOf(PGSimpleDataSource.class))
                        .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                        .setWebXML(new StringAsset(ScenarioWar.webXml(database))));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
    }
}
