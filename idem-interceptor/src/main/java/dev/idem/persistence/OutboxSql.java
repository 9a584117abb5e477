package dev.idem.persistence;

import dev.idem.engine.OutboxStore.ClaimedMessage;
import java.util.Collection;
import java.util.stream.Collectors;

/** Statements on {@code idem_outbox}, which all databases share, given their clock. */
final class OutboxSql {

    private static final String UNCLAIMED = "owner = null, lease_until = null";

    private OutboxSql() {}

    static String insert(Vendor vendor) {
        return "insert into idem_outbox (message_id, application, key_hash, sender, destination, ordering_key,"
                + " content_type, headers, payload, state, attempts, epoch, due_at, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, " + vendor.clock() + ", " + vendor.clock()
                + ", " + vendor.expiry() + ")";
    }

    /** In the order of rows, so that what is before a message of its ordering key is before it here too. */
    static String due(Vendor vendor) {
        return "select m.id, m.ordering_key from idem_outbox m where m.state = 'PENDING' and m.application = ?"
                + " and m.sender = ? and m.due_at <= " + vendor.clock()
                + " and (m.ordering_key is null or not exists (select 1 from idem_outbox earlier"
                + " where earlier.ordering_key = m.ordering_key and earlier.id < m.id"
                + " and earlier.application = m.application and (earlier.state = 'POISON'"
                + " or earlier.state = 'PENDING' and (earlier.due_at > " + vendor.clock()
                + " or earlier.sender <> m.sender)))) order by m.id limit ?";
    }

    static String lock(Vendor vendor, Collection<Long> rows) {
        return "select id, epoch, attempts, message_id, sender, destination, ordering_key, content_type, headers,"
                + " payload from idem_outbox where id in (" + list(rows) + ") and state = 'PENDING' and due_at <= "
                + vendor.clock() + " order by id limit ? for update skip locked";
    }

    /** A claimed message is due again when its lease is over. */
    static String claim(Vendor vendor, Collection<ClaimedMessage> messages) {
        return "update idem_outbox set owner = ?, epoch = epoch + 1, due_at = " + vendor.expiry() + ", lease_until = "
                + vendor.expiry() + " where id in (" + rows(messages) + ")";
    }

    static String sent(Vendor vendor, Collection<ClaimedMessage> messages) {
        return "update idem_outbox set state = 'SENT', sent_at = " + vendor.clock() + ", expires_at = "
                + vendor.expiry() + ", " + UNCLAIMED + " where " + held(messages);
    }

    static String release(Vendor vendor, Collection<ClaimedMessage> messages) {
        return "update idem_outbox set due_at = " + vendor.clock() + ", last_error = coalesce(?, last_error), "
                + UNCLAIMED + " where " + held(messages);
    }

    static String failed(Vendor vendor, Collection<ClaimedMessage> messages) {
        return "update idem_outbox set attempts = attempts + 1, state = ?, last_error = ?, due_at = " + vendor.expiry()
                + ", " + UNCLAIMED + " where " + held(messages);
    }

    /** The relay's own, one parameter: the relay. Rows first, for databases that find no pairs by an index. */
    private static String held(Collection<ClaimedMessage> messages) {
        String pairs = messages.stream()
                .map(message -> "(" + message.row() + ", " + message.epoch() + ")")
                .collect(Collectors.joining(", "));
        return "id in (" + rows(messages) + ") and (id, epoch) in (" + pairs + ") and owner = ? and state = 'PENDING'";
    }

    private static String rows(Collection<ClaimedMessage> messages) {
        return list(messages.stream().map(ClaimedMessage::row).toList());
    }

    private static String list(Collection<Long> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
