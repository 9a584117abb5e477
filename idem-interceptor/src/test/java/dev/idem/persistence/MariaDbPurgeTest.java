package dev.idem.persistence;

import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.TestDatabase;
import java.time.Instant;

class MariaDbPurgeTest extends PurgeContract {

    @Override
    TestDatabase newDatabase() {
        return MariaDbDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time_zone = '+13:00'";
    }

    @Override
    String literal(Instant time) {
        return "timestamp '" + time.toString().replace('T', ' ').replace("Z", "") + "'";
    }
}
