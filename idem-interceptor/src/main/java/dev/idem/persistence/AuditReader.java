package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditVerification;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads the table {@code idem_audit}, in the running transaction. */
final class AuditReader {

    private static final int CHECKED_AT_ONCE = 200;

    private final Database database;

    AuditReader(Database database) {
        this.database = database;
    }

    List<AuditRecord> entries(AuditFilter filter, OptionalLong before, int size) {
        Map<String, Object> wanted = wanted(filter, before);
        String where = wanted.isEmpty()
                ? ""
                : wanted.keySet().stream()
                        .map(condition -> condition + ":" + name(condition))
                        .collect(Collectors.joining(" and ", " where ", ""));
        return rows("from IdemAudit" + where + " order by id desc", wanted, size).stream()
                .map(AuditLink::record)
                .toList();
    }

    /** Condition up to its parameter → the parameter's value. */
    private static Map<String, Object> wanted(AuditFilter filter, OptionalLong before) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        before.ifPresent(id -> wanted.put("id < ", id));
        filter.actor().ifPresent(text -> wanted.put("actor = ", text));
        filter.verb().ifPresent(text -> wanted.put("verb = ", text));
        filter.outcome().ifPresent(outcome -> wanted.put("outcome = ", outcome));
        filter.objectType().ifPresent(text -> wanted.put("objectType = ", text));
        filter.objectId().ifPresent(text -> wanted.put("objectId = ", text));
        filter.operationId().ifPresent(text -> wanted.put("operationId = ", text));
        filter.keyHash()
                .ifPresent(hex -> wanted.put("keyHash = ", HexFormat.of().parseHex(hex)));
        filter.from().ifPresent(time -> wanted.put("occurredAt >= ", time));
        filter.until().ifPresent(time -> wanted.put("occurredAt < ", time));
        return wanted;
    }

    private static String name(String condition) {
        return condition.contains(">=") ? "from" : condition.substring(0, condition.indexOf(' '));
    }

    /** Whether an action was asked for, and accepted. */
    boolean accepted(String operationId, String verb) {
        return !rows(
                        "from IdemAudit where operationId = :operation and verb = :verb and outcome = 'ACCEPTED'",
                        Map.of("operation ", operationId, "verb ", verb),
                        1)
                .isEmpty();
    }

    AuditVerification verify() {
        AuditVerification found =
                new AuditVerification(0, OptionalLong.empty(), AuditLink.NOTHING.hex(), Optional.empty());
        List<AuditEntity> rows = after(0);
        while (!rows.isEmpty()) {
            for (AuditEntity row : rows) {
                found = next(found, row);
                if (!found.intact()) {
                    return found;
                }
            }
            rows = after(rows.get(rows.size() - 1).id);
        }
        return found;
    }

    private static AuditVerification next(AuditVerification found, AuditEntity row) {
        AuditLink link = AuditLink.of(row);
        Digest hash = link.hash();
        if (!link.previous().hex().equals(found.lastHash())) {
            return broken(found, "entry " + row.id + " does not follow on the entry before it");
        }
        if (!hash.equals(Digest.of(row.entryHash))) {
            return broken(found, "entry " + row.id + " is not as it was appended");
        }
        return new AuditVerification(found.checked() + 1, OptionalLong.of(row.id), hash.hex(), Optional.empty());
    }

    private static AuditVerification broken(AuditVerification found, String how) {
        return new AuditVerification(found.checked(), found.lastId(), found.lastHash(), Optional.of(how));
    }

    private List<AuditEntity> after(long id) {
        return rows("from IdemAudit where id > :id order by id", Map.of("id > ", id), CHECKED_AT_ONCE);
    }

    /** Detached, so that a long trail does not fill the persistence context. */
    private List<AuditEntity> rows(String query, Map<String, Object> parameters, int size) {
        return database.query(AuditChain.AUDIT, (entityManager, vendor) -> {
            var typed = entityManager.createQuery(query, AuditEntity.class);
            parameters.forEach((condition, value) -> typed.setParameter(name(condition), value));
            List<AuditEntity> rows = Listing.rows(typed, size);
            rows.forEach(entityManager::detach);
            return rows;
        });
    }
}
