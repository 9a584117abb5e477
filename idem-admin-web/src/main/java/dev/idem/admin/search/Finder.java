package dev.idem.admin.search;

import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into every table for what was typed, each time by an index and to a bound. */
@RequestScoped
public class Finder {

    /** How much of a kind is shown. */
    static final int MOST = 20;

    @Inject
    Inspection inspection;

    @Inject
    TokenInspection tokens;

    @Inject
    AuditTrail trail;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public Finder() {}

    /** Records. */
    public List<KeyLine> keys(Wanted wanted) {
        Stream<KeyLine> named = wanted.record().flatMap(inspection::key).map(KeyDetail::line).stream();
        return Stream.concat(named, inspection.lookUp(wanted.text(), wanted.scopes()).stream())
                .limit(MOST)
                .toList();
    }

    /** One-time tokens. */
    public List<TokenLine> tokens(Wanted wanted) {
        TokenFilter ofSubject = new TokenFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wanted.text()),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        return Stream.concat(
                        tokens.token(wanted.text()).stream(),
                        tokens.tokens(ofSubject, Optional.empty(), MOST).lines().stream())
                .limit(MOST)
                .toList();
    }

    /** About the records that were found, and about what the text itself names. */
    public List<AuditRecord> audit(Wanted wanted, List<KeyLine> keys) {
        Stream<AuditFilter> filters = Stream.concat(
                Stream.of(AuditFilter.ofObject(wanted.text())),
                keys.stream().map(line -> AuditFilter.ofRecord(line.id().hex())));
        return filters.flatMap(filter -> trail.entries(filter, OptionalLong.empty(), MOST).stream())
                .distinct()
                .sorted(Comparator.comparing(AuditRecord::id).reversed())
                .limit(MOST)
                .toList();
    }
}
