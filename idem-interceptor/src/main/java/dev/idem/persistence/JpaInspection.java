package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordState;
import dev.idem.engine.Transactions;
import dev.idem.inspect.AttemptLine;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.ConflictLine;
import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Masks;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Page;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.Revealed;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is kept, by projections: no payload in lists, nothing in the persistence context. */
final class JpaInspection implements Inspection {

    private final Database database;
    private final Requests requests;
    private final AttemptLines attempts;
    private final ConflictLines conflicts;
    private final CatalogueLines catalogue;
    private final CauseGroups groups;
    private final Transacted transacted;
    private final ShownPayloads payloads;

    JpaInspection(Database database, Transactions transactions) {
        this.database = database;
        this.requests = new Requests(database);
        this.attempts = new AttemptLines(database);
        this.catalogue = new CatalogueLines(database);
        this.conflicts = new ConflictLines(database, catalogue);
        this.groups = new CauseGroups(database);
        this.transacted = new Transacted(transactions);
        this.payloads = new ShownPayloads(database);
    }

    @Override
    public Page<KeyLine> keys(KeyFilter filter, Optional<Cursor> after, int size) {
        Listing.checkSize(size);
        return transacted.wherever(() -> {
            KeyQuery query = new KeyQuery(filter, after, database.vendor());
            return Listing.page(size, atMost -> lines(query, atMost), query::after);
        });
    }

    @Override
    public List<KeyLine> lookUp(String key, Set<String> scopes) {
        if (key.indexOf('\0') >= 0) {
            return List.of();
        }
        return transacted.wherever(() -> Stream.concat(
                        lines(KeyLookUp.byHash(key, scopes, catalogue.all()), LONGEST_PAGE).stream(),
                        lines(KeyLookUp.undecided(key), LONGEST_PAGE).stream())
                .distinct()
                .sorted(Comparator.comparing(KeyLine::changedAt).reversed())
                .limit(LONGEST_PAGE)
                .toList());
    }

    private List<KeyLine> lines(KeyQuery query, int atMost) {
        return lines(query.where() + query.order(), query::on, atMost);
    }

    private List<KeyLine> lines(KeyLookUp lookUp, int atMost) {
        return lines(lookUp.where(), lookUp::on, atMost);
    }

    private List<KeyLine> lines(String restriction, UnaryOperator<TypedQuery<Object[]>> parameters, int atMost) {
        List<Object[]> rows = database.query(
                JpaRecordStore.RECORDS,
                (entityManager, vendor) -> Listing.rows(
                        parameters.apply(entityManager.createQuery(
                                select(vendor) + " from IdemRecord r" + restriction, Object[].class)),
                        atMost));
        Map<RecordId, Failed> failures =
                attempts.ofAll(rows.stream().map(row -> (byte[]) row[0]).toList());
        return rows.stream().map(row -> line(row, failures)).toList();
    }

    private static String select(Vendor vendor) {
        return "select r.keyHash, r.application, r.operation, r.scope, r.key, r.state, case when "
                + KeyQuery.expired(vendor) + " then true else false end, r.epoch, r.changedAt, r.expiresAt";
    }

    private static KeyLine line(Object[] row, Map<RecordId, Failed> failures) {
        RecordId id = Requests.id((byte[]) row[0]);
        Failed failed = failures.getOrDefault(id, Failed.NEVER);
        return new KeyLine(
                id,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (boolean) row[6] ? KeyState.EXPIRED : KeyState.valueOf(((RecordState) row[5]).name()),
                (int) row[7],
                (Instant) row[8],
                (Instant) row[9],
                failed.times(),
                failed.cause());
    }

    @Override
    public List<CauseGroup> groups() {
        return transacted.wherever(() -> groups.all(LONGEST_PAGE));
    }

    @Override
    public Count count(KeyFilter filter) {
        return transacted.wherever(() -> {
            int found = database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> {
                KeyQuery query = new KeyQuery(filter, Optional.empty(), vendor);
                return Listing.rows(
                                query.on(entityManager.createQuery(
                                        "select 1 from IdemRecord r" + query.where(), Integer.class)),
                                Count.BOUND + 1)
                        .size();
            });
            return Listing.count(found);
        });
    }

    @Override
    public Optional<KeyDetail> key(RecordId id) {
        return transacted.wherever(() -> find(id));
    }

    /** As {@link #key}, in the running transaction. */
    Optional<KeyDetail> find(RecordId id) {
        Digest key = Requests.digest(id);
        List<Object[]> rows = database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> entityManager
                .createQuery(
                        select(vendor)
                                + ", r.createdAt, r.arguments, r.result, r.owner, r.leaseUntil from IdemRecord r where r.keyHash = :key",
                        Object[].class)
                .setParameter("key", key.bytes())
                .getResultList());
        return rows.stream().map(row -> detail(key, row)).findFirst();
    }

    private KeyDetail detail(Digest key, Object[] row) {
        KeyLine line = line(row, attempts.ofAll(List.of(key.bytes())));
        Payloads.Opened arguments = payloads.arguments(key, (String) row[11]);
        Payloads.Opened edited = requests.lastEdited(key);
        Payloads.Opened result = payloads.result(key, (String) row[12]);
        Optional<String> schema = schema(line.application(), line.operation());
        return new KeyDetail(
                line,
                (Instant) row[10],
                arguments.text().map(text -> Masks.arguments(text, schema)),
                edited.text().map(text -> Masks.editedArguments(text, schema)),
                result.text().map(text -> Masks.result(text, schema)),
                lease(line.state(), (String) row[13], (Instant) row[14]),
                requests.active(key),
                ShownPayloads.unreadable(arguments, edited, result));
    }

    /** Without masks, in the running transaction. */
    Optional<Revealed> revealed(RecordId id) {
        Digest key = Requests.digest(id);
        List<Object[]> rows = database.query(JpaRecordStore.RECORDS, (entityManager, vendor) -> entityManager
                .createQuery("select r.arguments, r.result from IdemRecord r where r.keyHash = :key", Object[].class)
                .setParameter("key", key.bytes())
                .getResultList());
        return rows.stream().findFirst().map(row -> {
            Payloads.Opened arguments = payloads.arguments(key, (String) row[0]);
            Payloads.Opened edited = requests.lastEdited(key);
            Payloads.Opened result = payloads.result(key, (String) row[1]);
            return new Revealed(
                    arguments.text(),
                    edited.text(),
                    result.text(),
                    ShownPayloads.unreadable(arguments, edited, result));
        });
    }

    private static Optional<KeyDetail.Lease> lease(KeyState state, @Nullable String owner, @Nullable Instant until) {
        return state == KeyState.IN_PROGRESS && owner != null && until != null
                ? Optional.of(new KeyDetail.Lease(owner, until))
                : Optional.empty();
    }

    private Optional<String> schema(String application, String operation) {
        return catalogued(application, operation).flatMap(OperationInfo::argumentSchema);
    }

    /** What an operator wrote, as it may be shown. */
    String masked(ActionRule rule, KeyLine line, String payload) {
        Optional<String> schema = schema(line.application(), line.operation());
        return rule == ActionRule.CONFIRM ? Masks.result(payload, schema) : Masks.editedArguments(payload, schema);
    }

    @Override
    public List<AttemptLine> attempts(RecordId id) {
        return transacted.wherever(() -> attempts.of(Requests.digest(id), LONGEST_PAGE));
    }

    @Override
    public List<ConflictLine> conflicts(RecordId id) {
        return transacted.wherever(() -> conflicts.of(Requests.digest(id), LONGEST_PAGE));
    }

    @Override
    public List<RequestLine> requests(RecordId id) {
        return transacted.wherever(() -> requests.of(Requests.digest(id), LONGEST_PAGE));
    }

    @Override
    public Optional<RequestLine> request(long id) {
        return transacted.wherever(() -> requests.byId(id));
    }

    @Override
    public Optional<OperationInfo> operation(String application, String operation) {
        return transacted.wherever(() -> catalogued(application, operation));
    }

    /** As {@link #operation}, in the running transaction. */
    Optional<OperationInfo> catalogued(String application, String operation) {
        return catalogue.of(application, operation);
    }

    @Override
    public Instant now() {
        return transacted.wherever(database::now);
    }

    @Override
    public List<OperationInfo> operations() {
        return transacted.wherever(catalogue::all);
    }
}
