package dev.idem.persistence;

import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.TestDatabase;

class MariaDbEditDraftTest extends EditDraftContract {

    @Override
    TestDatabase newDatabase() {
        return MariaDbDatabase.shared().newDatabase();
    }

    @Override
    String timeZone() {
        return "set time_zone = '+13:00'";
    }
}
