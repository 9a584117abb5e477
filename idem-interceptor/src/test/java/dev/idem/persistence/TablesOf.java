package dev.idem.persistence;

import static java.util.Locale.ROOT;

import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a database says of Idem's tables, in words that are the same on every database. */
final class TablesOf implements AutoCloseable {

    private final Connection connection;
    private final DatabaseMetaData metaData;

    TablesOf(TestDatabase database) throws SQLException {
        this.connection = database.connect();
        this.metaData = connection.getMetaData();
    }

    /** Each table's columns, in their order. */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet rows = metaData.getColumns(connection.getCatalog(), null, stored("idem_%"), "%")) {
            while (rows.next()) {
                if (lower(rows, "TABLE_NAME").equals("idem_history")) {
                    continue;
                }
                boolean required = rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
                columns.computeIfAbsent(lower(rows, "TABLE_NAME"), table -> new ArrayList<>())
                        .add(lower(rows, "COLUMN_NAME") + (required ? " not null" : ""));
            }
        }
        return columns;
    }

    Map<String, List<String>> primaryKeys() throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        for (String table : columns().keySet()) {
            try (ResultSet rows = metaData.getPrimaryKeys(connection.getCatalog(), null, stored(table))) {
                Map<Integer, String> columns = new TreeMap<>();
                while (rows.next()) {
                    columns.put(rows.getInt("KEY_SEQ"), lower(rows, "COLUMN_NAME"));
                }
                keys.put(table, List.copyOf(columns.values()));
            }
        }
        return keys;
    }

    /** Each index's columns, but for those of primary keys, which every database names in its own way. */
    Map<String, List<String>> indexes() throws SQLException {
        Map<String, List<String>> indexes = new TreeMap<>();
        for (String table : columns().keySet()) {
            try (ResultSet rows = metaData.getIndexInfo(connection.getCatalog(), null, stored(table), false, false)) {
                while (rows.next()) {
                    String index = lower(rows, "INDEX_NAME");
                    if (index.startsWith("idem_") && !index.endsWith("_pk")) {
                        String name = table + "." + index + (rows.getBoolean("NON_UNIQUE") ? "" : " unique");
                        indexes.computeIfAbsent(name, unused -> new ArrayList<>())
                                .add(lower(rows, "COLUMN_NAME"));
                    }
                }
            }
        }
        return indexes;
    }

    private String stored(String name) throws SQLException {
        return metaData.storesUpperCaseIdentifiers() ? name.toUpperCase(ROOT) : name;
    }

    private static String lower(ResultSet rows, String column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? "" : value.toLowerCase(ROOT);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
