package dev.idem.persistence;

import dev.idem.testing.H2Database;
import dev.idem.testing.TestDatabase;
import java.time.Instant;

class H2PurgeTest extends PurgeContract {

    @Override
    TestDatabase newDatabase() {
        return H2Database.newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String literal(Instant time) {
        return "timestamp with time zone '" + time + "'";
    }
}
