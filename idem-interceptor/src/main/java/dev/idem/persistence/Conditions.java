package dev.idem.persistence;

import dev.idem.inspect.Cursor;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a query for a list asks for, with the values of its parameters. For one query. */
final class Conditions {

    private final String alias;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * Of one entity.
     *
     * @param alias its name in the query
     */
    Conditions(String alias) {
        this.alias = alias;
    }

    void add(String condition) {
        conditions.add(condition);
    }

    void add(String condition, String name, Object value) {
        add(condition);
        parameters.put(name, value);
    }

    void equal(String attribute, String text) {
        add(alias + "." + attribute + " = :" + attribute, attribute, text);
    }

    /** What comes after a line in a list that descends by a time, then by the record. */
    void after(String time, Cursor cursor) {
        add("%1$s.%2$s <= :at and (%1$s.%2$s < :at or %1$s.keyHash < :hash)".formatted(alias, time), "at", cursor.at());
        parameters.put("hash", Requests.digest(cursor.id()).bytes());
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    String order(String time) {
        return " order by %1$s.%2$s desc, %1$s.keyHash desc".formatted(alias, time);
    }

    <Q extends Query> Q on(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
