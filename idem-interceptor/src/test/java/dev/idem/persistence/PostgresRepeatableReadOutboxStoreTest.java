package dev.idem.persistence;

class PostgresRepeatableReadOutboxStoreTest extends PostgresOutboxStoreTest {

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
