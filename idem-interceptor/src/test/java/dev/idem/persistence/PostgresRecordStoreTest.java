package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claim;
import dev.idem.engine.RecordKey;
import dev.idem.engine.StoreHeldUp;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostgresRecordStoreTest extends RecordStoreContract {

    /** A lock beside the rows, as that of a table which another session makes larger. */
    private static final String HINDRANCE = "create function hinder() returns trigger language plpgsql as"
            + " $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;"
            + " create trigger hinder before insert on idem_record for each row execute function hinder()";

    @Override
    TestDatabase newDatabase() {
        return PostgresDatabase.shared().newDatabase();
    }

    @Test
    @DisplayName("scenario 12: what holds a claim up but its key is told apart from a call that runs")
    void claimThatSomethingElseHoldsUpIsNoBusyKey() throws SQLException {
        RecordKey key = newKey();
        database().execute(HINDRANCE);
        try (Connection hindrance = database().connect();
                Statement statement = hindrance.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");

            assertThatThrownBy(() -> tryClaim(key, NO_WAIT)).isInstanceOf(StoreHeldUp.class);

            statement.execute("select pg_advisory_unlock(4711)");
            assertThat(tryClaim(key, NO_WAIT)).isEqualTo(new Claim.Claimed());
        } finally {
            database().execute("drop trigger hinder on idem_record");
        }
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String lockTimeout() {
        return "select current_setting('lock_timeout')";
    }

    @Override
    String clock() {
        return "clock_timestamp()";
    }

    @Override
    String hexLiteral(String hex) {
        return "decode('" + hex + "', 'hex')";
    }
}
