package dev.idem.persistence;

import dev.idem.testing.H2Database;
import dev.idem.testing.TestDatabase;

class H2EditDraftTest extends EditDraftContract {

    @Override
    TestDatabase newDatabase() {
        return H2Database.newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }
}
