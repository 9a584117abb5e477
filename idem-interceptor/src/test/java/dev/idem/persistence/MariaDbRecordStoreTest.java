package dev.idem.persistence;

import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.TestDatabase;

class MariaDbRecordStoreTest extends ConfirmedClaimContract {

    @Override
    TestDatabase newDatabase() {
        return MariaDbDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time_zone = '+13:00'";
    }

    @Override
    String lockTimeout() {
        return "select @@innodb_lock_wait_timeout";
    }

    @Override
    String clock() {
        return "utc_timestamp(6)";
    }

    @Override
    String hexLiteral(String hex) {
        return "X'" + hex + "'";
    }
}
