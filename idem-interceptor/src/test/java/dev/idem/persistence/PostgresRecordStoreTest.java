package dev.idem.persistence;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;

class PostgresRecordStoreTest extends RecordStoreContract {

    @Override
    TestDatabase newDatabase() {
        return PostgresDatabase.shared().newDatabase();
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
