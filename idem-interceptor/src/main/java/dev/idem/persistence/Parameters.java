package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/** Sets the parameters of one statement, one after the other. For one thread. */
final class Parameters {

    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private final PreparedStatement statement;
    private int next = 1;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    Parameters text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        statement.setNull(next++, Types.VARCHAR);
        return this;
    }

    Parameters digest(Digest value) throws SQLException {
        statement.setBytes(next++, value.bytes());
        return this;
    }

    Parameters digest(Optional<Digest> value) throws SQLException {
        if (value.isPresent()) {
            return digest(value.get());
        }
        statement.setNull(next++, Types.BINARY);
        return this;
    }

    Parameters id(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    /** A value in a type of the driver's. */
    Parameters value(Object value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    /** Months, then microseconds. */
    Parameters retention(Retention value) throws SQLException {
        statement.setInt(next++, value.months());
        long micros = Math.multiplyExact(value.rest().toSeconds(), MICROS_OF_SECOND);
        return number(Math.addExact(micros, value.rest().toNanosPart() / NANOS_OF_MICRO));
    }

    /** The four parts of a key, its hash first. */
    Parameters key(RecordKey value) throws SQLException {
        return digest(value.hash())
                .text(value.application())
                .text(value.operation())
                .text(value.scope())
                .text(value.key());
    }

    /** What an insert or a move writes, without the key. */
    Parameters content(NewRecord value) throws SQLException {
        return text(value.state().name())
                .id(value.attempt())
                .digest(value.fingerprint())
                .text(value.arguments())
                .retention(value.expireAfter());
    }
}
