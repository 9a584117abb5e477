package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.TokenStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keeps one-time tokens in the table {@code idem_token}, in the transaction of an entity manager. */
final class JpaTokenStore implements TokenStore {

    static final String TOKENS = "idem_token";

    private final Database database;

    JpaTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public Instant issue(NewToken token) {
        database.work(TOKENS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(TokenSql.insert(vendor))) {
                Parameters.of(statement)
                        .digest(token.hash())
                        .digest(token.key().hash())
                        .text(token.publicId())
                        .text(token.key().application())
                        .text(token.key().operation())
                        .text(token.key().scope())
                        .text(token.purpose())
                        .text(token.subject())
                        .text(token.issuedBy())
                        .retention(token.lifetime());
                return statement.executeUpdate();
            }
        });
        return database.query(TOKENS, (entityManager, vendor) -> entityManager
                .createQuery("select t.expiresAt from IdemToken t where t.tokenHash = :hash", Instant.class)
                .setParameter("hash", token.hash().bytes())
                .getSingleResult());
    }

    @Override
    public boolean use(TokenUse use) {
        return database.work(
                TOKENS,
                (connection, vendor) -> locked(connection, vendor, use)
                        && used(connection, TokenSql.use(vendor, use.terms().condition()), use));
    }

    /**
     * An update alone would wait as long as the database lets it. Most tokens are free, and that takes one statement; what
     * is no token of this call is not locked, or it would be in the way of who revokes it.
     */
    private static boolean locked(Connection connection, Vendor vendor, TokenUse use) throws SQLException {
        return found(connection, TokenSql.LOCK_FREE, use)
                || (found(connection, TokenSql.FIND, use)
                        && vendor.lock(
                                connection,
                                TokenSql.LOCK,
                                use.token(),
                                use.terms().patience()));
    }

    private static boolean found(Connection connection, String sql, TokenUse use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement).digest(use.token()).digest(use.key().hash());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean used(Connection connection, String sql, TokenUse use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement)
                    .text(use.by())
                    .digest(use.token())
                    .digest(use.key().hash());
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public int revoke(Choice choice, String by) {
        return database.work(TOKENS, (connection, vendor) -> {
            List<Digest> good = lock(connection, TokenSql.lock(vendor, choice), choice);
            try (PreparedStatement statement = connection.prepareStatement(TokenSql.revoke(vendor))) {
                for (Digest token : good) {
                    Parameters.of(statement).text(by).digest(token);
                    statement.executeUpdate();
                }
            }
            return good.size();
        });
    }

    private static List<Digest> lock(Connection connection, String sql, Choice choice) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            TokenSql.choose(Parameters.of(statement), choice);
            List<Digest> tokens = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tokens.add(Digest.of(rows.getBytes(1)));
                }
            }
            return tokens;
        }
    }

    /** In one order, so that two nodes never wait for each other. */
    @Override
    public void countLate(Map<Digest, Integer> attempts) {
        List<Digest> tokens = attempts.keySet().stream()
                .sorted(Comparator.comparing(Digest::hex))
                .toList();
        database.work(TOKENS, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(TokenSql.COUNT_LATE)) {
                for (Digest token : tokens) {
                    Parameters.of(statement)
                            .number(attempts.getOrDefault(token, 0))
                            .digest(token);
                    statement.executeUpdate();
                }
            }
            return tokens;
        });
    }
}
