package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.StoreFailure;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditSubject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.Session;

/**
 * Appends to the table {@code idem_audit}, in the running transaction. Its first row, which the migration
 * brings, is locked until the transaction
 * ends, so that appenders on every node come one after the other; the unique index on {@code previous_hash} would stop a
 * fork all the same.
 */
final class AuditChain {

    static final String AUDIT = "idem_audit";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final String INSERT = "insert into idem_audit (occurred_at, operation_id, actor, actor_type,"
            + " actor_roles, remote_address, verb, object_type, object_id, application, operation, key_hash, reason,"
            + " before_text, after_text, outcome, detail, previous_hash, entry_hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FIRST = "select id from idem_audit where previous_hash = ? for update";

    private final Database database;

    AuditChain(Database database) {
        this.database = database;
    }

    void append(AuditEntry entry) {
        lock();
        insert(new AuditLink(tip(), database.now(), entry));
    }

    /** Holds up all who append, until the transaction ends. */
    void lock() {
        boolean open = database.work(
                AUDIT, (connection, vendor) -> vendor.lock(connection, FIRST, AuditLink.NOTHING, LONGEST_WAIT));
        if (!open) {
            throw new StoreFailure("the first entry of idem_audit is missing: apply db/"
                    + database.vendor().folder() + "/V1__idem.sql, and find out who removed it");
        }
    }

    private void insert(AuditLink link) {
        database.work(AUDIT, (connection, vendor) -> insert(connection, vendor, link));
    }

    /** Locked, so that a snapshot of the transaction's beginning does not hide the latest row. */
    private Digest tip() {
        List<byte[]> latest = database.query(AUDIT, (entityManager, vendor) -> entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select entry_hash from idem_audit order by id desc limit 1 for update", byte[].class)
                .getResultList());
        return Digest.of(latest.get(0));
    }

    private static int insert(Connection connection, Vendor vendor, AuditLink link) throws SQLException {
        AuditEntry entry = link.entry();
        AuditSubject subject = entry.subject();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Parameters.of(statement)
                    .value(vendor.time(link.at()))
                    .text(entry.operationId())
                    .text(entry.actor().name())
                    .text(entry.actor().type().name())
                    .text(entry.actor().roles())
                    .text(entry.actor().address())
                    .text(entry.verb())
                    .text(subject.type())
                    .text(subject.id())
                    .text(subject.application())
                    .text(subject.operation())
                    .digest(subject.keyHash()
                            .map(hex -> Digest.of(HexFormat.of().parseHex(hex))))
                    .text(entry.reason())
                    .text(entry.before())
                    .text(entry.after())
                    .text(entry.outcome().name())
                    .text(entry.detail())
                    .digest(link.previous())
                    .digest(link.hash());
            return statement.executeUpdate();
        }
    }
}
