package dev.idem.persistence;

import dev.idem.testing.TestDatabase;

/** The level that MariaDB begins with, and the driver's other ways to count rows and to prepare statements. */
class MariaDbRepeatableReadRecordStoreTest extends MariaDbRecordStoreTest {

    @Override
    TestDatabase newDatabase() {
        return super.newDatabase()
                .with("?sessionVariables=innodb_snapshot_isolation=OFF&useAffectedRows=true&useServerPrepStmts=true");
    }

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
