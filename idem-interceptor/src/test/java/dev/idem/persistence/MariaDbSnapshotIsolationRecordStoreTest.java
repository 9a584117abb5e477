package dev.idem.persistence;

import dev.idem.testing.TestDatabase;

class MariaDbSnapshotIsolationRecordStoreTest extends MariaDbRecordStoreTest {

    @Override
    TestDatabase newDatabase() {
        return super.newDatabase().with("?sessionVariables=innodb_snapshot_isolation=ON");
    }

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }

    /** The look before the claim takes the snapshot, behind which the other one is inserting. */
    @Override
    boolean waits() {
        return false;
    }
}
