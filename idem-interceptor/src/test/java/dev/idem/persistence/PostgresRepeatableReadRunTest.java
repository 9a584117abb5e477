package dev.idem.persistence;

class PostgresRepeatableReadRunTest extends PostgresRunTest {

    @Override
    String isolation() {
        return "REPEATABLE_READ";
    }
}
