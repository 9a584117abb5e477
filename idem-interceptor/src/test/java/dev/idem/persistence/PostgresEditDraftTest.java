package dev.idem.persistence;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;

class PostgresEditDraftTest extends EditDraftContract {

    @Override
    TestDatabase newDatabase() {
        return PostgresDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }
}
