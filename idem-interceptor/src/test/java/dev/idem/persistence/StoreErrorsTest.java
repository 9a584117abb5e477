package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;

class StoreErrorsTest {

    @Test
    void poolWithoutAConnectionIsNoRefusal() {
        SQLException pool = new SQLException("Error in allocating a connection", new IllegalStateException("refused"));

        assertThat(translated(pool)).startsWith("the database could not be reached, or the connection was lost");
    }

    @Test
    void connectionThatIsBrokenInTheWordsOfH2IsNoRefusal() {
        SQLException broken = new SQLNonTransientConnectionException("Connection is broken", "90067");

        assertThat(translated(broken)).startsWith("the database could not be reached, or the connection was lost");
    }

    @Test
    void databaseThatRefusesAStatementIsNamedWithItsState() {
        SQLException refused = new SQLException("value too long", "22001");

        assertThat(translated(refused)).contains("refused a statement on idem_record (SQLState 22001)");
    }

    private static String translated(SQLException cause) {
        return String.valueOf(StoreErrors.translate(new IllegalStateException(cause), "idem_record", new PostgreSql())
                .getMessage());
    }
}
