package dev.idem.persistence;

class PostgresRepeatableReadPurgeTest extends PostgresPurgeTest {

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
