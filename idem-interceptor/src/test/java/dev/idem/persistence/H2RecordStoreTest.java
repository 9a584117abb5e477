package dev.idem.persistence;

import dev.idem.testing.H2Database;
import dev.idem.testing.TestDatabase;

class H2RecordStoreTest extends ConfirmedClaimContract {

    @Override
    TestDatabase newDatabase() {
        return H2Database.newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String lockTimeout() {
        return "call lock_timeout()";
    }

    @Override
    String clock() {
        return "current_timestamp";
    }

    @Override
    String hexLiteral(String hex) {
        return "X'" + hex + "'";
    }
}
