package dev.idem.persistence;

import dev.idem.engine.OperationCatalogue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the catalogue in the table {@code idem_operation}, in the transaction of an entity manager. */
final class JpaCatalogue implements OperationCatalogue {

    static final String OPERATIONS = "idem_operation";

    private final Database database;
    private final String node;

    JpaCatalogue(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public List<String> announce(String application, Collection<Entry> entries) {
        entries.forEach(entry -> database.work(OPERATIONS, (connection, vendor) -> {
            if (!seenAgain(connection, vendor, application, entry)) {
                add(connection, vendor, application, entry);
            }
            return entry;
        }));
        Set<String> deployed = entries.stream().map(Entry::operation).collect(Collectors.toSet());
        return catalogued(application).stream()
                .filter(name -> !deployed.contains(name))
                .filter(name -> binds(application, name))
                .toList();
    }

    @Override
    public int seen(String application, Collection<String> operations) {
        String names = operations.stream().map(each -> "?").collect(Collectors.joining(", "));
        return database.work(OPERATIONS, (connection, vendor) -> {
            String sql = "update idem_operation set last_seen_at = " + vendor.clock()
                    + " where application = ? and operation in (" + names + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters parameters = Parameters.of(statement).text(application);
                for (String operation : operations) {
                    parameters.text(operation);
                }
                return statement.executeUpdate();
            }
        });
    }

    private boolean seenAgain(Connection connection, Vendor vendor, String application, Entry entry)
            throws SQLException {
        String sql = "update idem_operation set class_name = ?, method_name = ?, parameter_types = ?,"
                + " operation_mode = ?, settings = ?, argument_schema = ?, replayable = ?, not_replayable = ?, node = ?,"
                + " last_seen_at = " + vendor.clock()
                + " where application = ? and operation = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            described(Parameters.of(statement), entry).text(application).text(entry.operation());
            return statement.executeUpdate() == 1;
        }
    }

    private void add(Connection connection, Vendor vendor, String application, Entry entry) throws SQLException {
        String sql = "insert into idem_operation (class_name, method_name, parameter_types, operation_mode, settings,"
                + " argument_schema, replayable, not_replayable, node, application, operation, first_seen_at,"
                + " last_seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                + vendor.clock() + ", " + vendor.clock() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            described(Parameters.of(statement), entry).text(application).text(entry.operation());
            statement.executeUpdate();
        }
    }

    private Parameters described(Parameters parameters, Entry entry) throws SQLException {
        return parameters
                .text(entry.className())
                .text(entry.methodName())
                .text(entry.parameterTypes())
                .text(entry.mode())
                .text(entry.settings())
                .text(entry.argumentSchema())
                .flag(entry.notReplayable().isEmpty())
                .text(entry.notReplayable())
                .text(node);
    }

    @SuppressWarnings("unchecked") // a native query of one column gives its type
    private List<String> catalogued(String application) {
        return database.query(OPERATIONS, (entityManager, vendor) -> entityManager
                .createNativeQuery(
                        "select operation from idem_operation where application = ? order by operation", String.class)
                .setParameter(1, application)
                .getResultList());
    }

    private boolean binds(String application, String operation) {
        return database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> !entityManager
                .createNativeQuery(
                        "select 1 from idem_record where application = ? and operation = ? and (expires_at > "
                                + vendor.clock() + " or state not in ('COMPLETED', 'REFUSED', 'FAILED'))",
                        Integer.class)
                .setParameter(1, application)
                .setParameter(2, operation)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }
}
