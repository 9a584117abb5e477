package dev.idem.persistence;

import dev.idem.testing.TestDatabase;

/** The strictest that MariaDB has, and the driver's other ways to count rows and to prepare statements. */
class MariaDbSnapshotIsolationRunTest extends MariaDbRunTest {

    @Override
    TestDatabase newDatabase() {
        return super.newDatabase()
                .with("?sessionVariables=innodb_snapshot_isolation=ON&useAffectedRows=true&useServerPrepStmts=true");
    }

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
