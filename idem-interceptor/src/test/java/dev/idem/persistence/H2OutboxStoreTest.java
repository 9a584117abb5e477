package dev.idem.persistence;

import dev.idem.testing.H2Database;
import dev.idem.testing.TestDatabase;

class H2OutboxStoreTest extends OutboxStoreContract {

    @Override
    TestDatabase newDatabase() {
        return H2Database.newDatabase();
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    /** It locks all rows that match, and counts them afterwards. */
    @Override
    boolean locksOnlyWhatItClaims() {
        return false;
    }
}
