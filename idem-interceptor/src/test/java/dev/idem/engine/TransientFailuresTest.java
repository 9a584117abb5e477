package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is transient does not count towards poison (scenario 124). */
class TransientFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00", "57014", "57P01", "57P02", "57P03", "08006"})
    void stateOfALockOrALostConnectionIsTransient(String state) {
        assertThat(TransientFailures.isTransient(wrapped(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    @DisplayName("scenario 124: a broken connection is transient, whatever state the driver gives it")
    void connectionThatBrokeIsTransientByItsType() {
        assertThat(TransientFailures.isTransient(
                        wrapped(new SQLNonTransientConnectionException("Connection is broken", "90067"))))
                .isTrue();
        assertThat(TransientFailures.isTransient(wrapped(new SQLTransientConnectionException("no answer"))))
                .isTrue();
    }

    @Test
    void refusedStatementIsNot() {
        assertThat(TransientFailures.isTransient(wrapped(new SQLException("value too long", "22001"))))
                .isFalse();
        assertThat(TransientFailures.isTransient(new IllegalStateException("a bug")))
                .isFalse();
    }

    private static Throwable wrapped(SQLException failure) {
        return new IllegalStateException("by the persistence provider", new RuntimeException(failure));
    }
}
