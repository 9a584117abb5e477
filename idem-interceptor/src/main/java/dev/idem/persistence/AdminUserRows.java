package dev.idem.persistence;

import dev.idem.engine.Retention;
import dev.idem.inspect.LoginPolicy;
import dev.idem.inspect.UserChange;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The table {@code idem_admin_user}, in the running transaction. Every change is one conditional statement. */
final class AdminUserRows {

    static final String USERS = "idem_admin_user";

    private final Database database;

    AdminUserRows(Database database) {
        this.database = database;
    }

    boolean empty() {
        return database.query(USERS, (entityManager, vendor) -> entityManager
                .createQuery("select u.name from IdemAdminUser u", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    Optional<AdminUserRow> find(String name) {
        return read("where u.name = :name", query -> query.setParameter("name", name)).stream()
                // MariaDB's comparison ignores trailing spaces
                .filter(row -> row.user().name().equals(name))
                .findFirst();
    }

    List<AdminUserRow> list(int most) {
        return read("order by u.name", query -> query.setMaxResults(most));
    }

    /** Detached, so that they are read again. */
    private List<AdminUserRow> read(String condition, UnaryOperator<TypedQuery<Object[]>> values) {
        return database.query(USERS, (entityManager, vendor) -> {
            List<AdminUserRow> found = new ArrayList<>();
            TypedQuery<Object[]> query = entityManager.createQuery(
                    "select u, case when u.lockedUntil > cast(sql('" + vendor.clock() + "') as Instant) then true"
                            + " else false end from IdemAdminUser u " + condition,
                    Object[].class);
            for (Object[] row : values.apply(query).getResultList()) {
                entityManager.detach(row[0]);
                found.add(AdminUserRow.of((AdminUserEntity) row[0], (Boolean) row[1]));
            }
            return found;
        });
    }

    /** Tells whether it was created: not if there is one of this name. */
    boolean create(String name, String hash, String roles, boolean mustChange) {
        database.work(USERS, (connection, vendor) -> {
            String sql = vendor.ifAbsent(
                    "insert into idem_admin_user (user_name, password_hash, roles, must_change, disabled,"
                            + " failed_logins, created_at, changed_at, epoch) values (?, ?, ?, ?, false, 0, "
                            + vendor.clock() + ", " + vendor.clock() + ", 1)",
                    "user_name");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(name).text(hash).text(roles).flag(mustChange);
                return statement.executeUpdate();
            } catch (SQLIntegrityConstraintViolationException another) {
                return 0; // on H2, where the transaction goes on
            }
        });
        return find(name).filter(row -> row.passwordHash().equals(hash)).isPresent();
    }

    /** Ends the count of failures, if the user may still log in with this password. */
    boolean loggedIn(String name, String hash) {
        return 1
                == database.work(USERS, (connection, vendor) -> {
                    String sql = "update idem_admin_user set failed_logins = 0, locked_until = null, last_login_at = "
                            + vendor.clock() + " where user_name = ? and password_hash = ? and disabled = false and "
                            + unlocked(vendor);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement).text(name).text(hash);
                        return statement.executeUpdate();
                    }
                });
    }

    /** Counts a failure of a user who is not locked. The lock comes first: MariaDB assigns from left to right. */
    boolean failed(String name, LoginPolicy policy) {
        return 1
                == database.work(USERS, (connection, vendor) -> {
                    String sql = "update idem_admin_user set locked_until = case when failed_logins + 1 >= ? then "
                            + vendor.expiry() + " else locked_until end, failed_logins = failed_logins + 1"
                            + " where user_name = ? and " + unlocked(vendor);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement)
                                .number(policy.maxFailures())
                                .retention(new Retention(0, policy.lock()))
                                .text(name);
                        return statement.executeUpdate();
                    }
                });
    }

    /** Changes the password, if it is still the old one. */
    boolean changePassword(String name, String old, String hash) {
        return 1
                == database.work(USERS, (connection, vendor) -> {
                    String sql = "update idem_admin_user set password_hash = ?, must_change = false, failed_logins = 0,"
                            + " epoch = epoch + 1, changed_at = " + vendor.clock()
                            + " where user_name = ? and password_hash = ? and disabled = false and " + unlocked(vendor);
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement).text(hash).text(name).text(old);
                        return statement.executeUpdate();
                    }
                });
    }

    /** Gives other roles and activity to a user who is as expected; ends the user's sessions. */
    boolean change(UserChange change) {
        return 1
                == database.work(USERS, (connection, vendor) -> {
                    String sql = "update idem_admin_user set roles = ?, disabled = ?, epoch = epoch + 1, changed_at = "
                            + vendor.clock() + " where user_name = ? and epoch = ?";
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Parameters.of(statement)
                                .text(AdminUserRow.text(change.roles()))
                                .flag(change.disabled())
                                .text(change.name())
                                .number(change.version());
                        return statement.executeUpdate();
                    }
                });
    }

    /** Another password, which has to be changed; ends the lock and the user's sessions. */
    void resetPassword(String name, String hash) {
        database.work(USERS, (connection, vendor) -> {
            String sql = "update idem_admin_user set password_hash = ?, must_change = true, failed_logins = 0,"
                    + " locked_until = null, epoch = epoch + 1, changed_at = " + vendor.clock()
                    + " where user_name = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(hash).text(name);
                return statement.executeUpdate();
            }
        });
    }

    void unlock(String name) {
        database.work(USERS, (connection, vendor) -> {
            String sql = "update idem_admin_user set failed_logins = 0, locked_until = null where user_name = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(name);
                return statement.executeUpdate();
            }
        });
    }

    void prefer(String name, String preferences) {
        database.work(USERS, (connection, vendor) -> {
            String sql = "update idem_admin_user set preferences = ? where user_name = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.of(statement).text(preferences).text(name);
                return statement.executeUpdate();
            }
        });
    }

    private static String unlocked(Vendor vendor) {
        return "(locked_until is null or locked_until <= " + vendor.clock() + ")";
    }
}
