package dev.idem.persistence;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.time.Instant;

class PostgresPurgeTest extends PurgeContract {

    @Override
    TestDatabase newDatabase() {
        return PostgresDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String literal(Instant time) {
        return "timestamptz '" + time + "'";
    }
}
