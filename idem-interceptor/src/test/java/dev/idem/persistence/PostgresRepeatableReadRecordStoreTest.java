package dev.idem.persistence;

class PostgresRepeatableReadRecordStoreTest extends PostgresRecordStoreTest {

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
