package dev.idem.scenario.sending;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What happened, as rows of one table. */
@ApplicationScoped
public class Rows {

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    /** Adds a row in the running transaction. */
    public void add(String kind, String name, String detail) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into happened (kind, name, detail) values (?, ?, ?)")) {
            statement.setString(1, kind);
            statement.setString(2, name);
            statement.setString(3, detail);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Adds a row that stays, whatever becomes of the running transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void addForGood(String kind, String name, String detail) {
        add(kind, name, detail);
    }
}
