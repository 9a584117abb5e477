package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.OperationCatalogue.Entry;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import dev.idem.testing.H2Database;
import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    enum On {
        H2 {
            @Override
            TestUnit unit() {
                return unit(H2Database.newDatabase(), "set time zone 'Pacific/Auckland'");
            }
        },
        POSTGRESQL {
            @Override
            TestUnit unit() {
                return unit(PostgresDatabase.shared().newDatabase(), "set time zone 'Pacific/Auckland'");
            }
        },
        MARIADB {
            @Override
            TestUnit unit() {
                return unit(MariaDbDatabase.shared().newDatabase(), "set time_zone = '+12:00'");
            }
        };

        abstract TestUnit unit();

        TestUnit unit(TestDatabase database, String timeZone) {
            return new TestUnit(database, timeZone, "READ_COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("scenario 122: an operation that is gone is named while one of its keys binds")
    void vanishedOperationIsNamedWhileItsKeysBind(On database) {
        try (TestUnit unit = database.unit()) {
            assertThat(announce(unit, "kept", "gone", "expired", "never called"))
                    .isEmpty();
            claim(unit, "kept", "P7D");
            claim(unit, "gone", "P7D");
            claim(unit, "expired", "PT0.000001S");

            assertThat(announce(unit, "kept")).containsExactly("gone");
            assertThat(announce(unit, "kept", "gone")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("scenario 121: another application's operations are not missed")
    void anotherApplicationIsNotMissed(On database) {
        try (TestUnit unit = database.unit()) {
            announce(unit, "kept");
            claim(unit, "kept", "P7D");

            try (TestUnit.Running running = unit.begin()) {
                assertThat(catalogue(running).announce("another", List.of())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void signOfLifeIsOfTheOperationsThatRun(On database) {
        try (TestUnit unit = database.unit()) {
            announce(unit, "kept", "gone");
            try (TestUnit.Running running = unit.begin()) {
                running.update("update idem_operation set last_seen_at = first_seen_at");
                running.commit();
            }

            try (TestUnit.Running running = unit.begin()) {
                assertThat(catalogue(running).seen("shop", List.of("kept", "never announced")))
                        .isEqualTo(1);
                assertThat(running.value("select operation from idem_operation where last_seen_at > first_seen_at"))
                        .isEqualTo("kept");
            }
        }
    }

    private static List<String> announce(TestUnit unit, String... operations) {
        try (TestUnit.Running running = unit.begin()) {
            List<String> vanished = catalogue(running)
                    .announce(
                            "shop",
                            Stream.of(operations).map(CatalogueTest::entry).toList());
            running.commit();
            return vanished;
        }
    }

    private static JpaCatalogue catalogue(TestUnit.Running running) {
        return new JpaCatalogue(running.database(), "node-1");
    }

    private static Entry entry(String operation) {
        return new Entry(
                operation,
                "com.acme.Shop",
                "order",
                "java.lang.String",
                "TRANSACTIONAL",
                "{}",
                "{\"parameters\":[]}",
                Optional.empty());
    }

    private static void claim(TestUnit unit, String operation, String expireAfter) {
        RecordKey key = RecordKey.of("shop", operation, "", UUID.randomUUID().toString());
        unit.commit(store -> store.claim(
                new Claimant(
                        key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), Retention.parse(expireAfter)),
                NO_WAIT));
    }
}
