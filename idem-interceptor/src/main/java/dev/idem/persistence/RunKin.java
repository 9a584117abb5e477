package dev.idem.persistence;

import dev.idem.engine.Digest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What edits under new keys ({@code idem_derived}) have to do with a record {@code r} that a run is for: of calls that are edits
 * of each other no run makes two effects.
 */
final class RunKin {

    /** Columns for {@link #leftOut}. */
    static final String COLUMNS = "(select count(*) from IdemDerived d where d.originHash = r.keyHash and "
            + mayRun("d.keyHash", "")
            + "), (select d.originHash from IdemDerived d where d.keyHash = r.keyHash), (select count(*) from IdemDerived d"
            + " where d.keyHash = r.keyHash and (" + mayRun("d.originHash", "'POISON', ")
            + " or exists (select 1 from IdemDerived s where s.originHash = d.originHash and s.keyHash <> d.keyHash and "
            + mayRun("s.keyHash", "") + ")))";

    private static final String BY_ITSELF = ": decide on it by itself";

    private RunKin() {}

    /** A record that has run or may: one that is gone has. */
    private static String mayRun(String key, String alsoNot) {
        return "not exists (select 1 from IdemRecord m where m.keyHash = " + key + " and m.state in (" + alsoNot
                + "'DISMISSED', 'FAILED', 'REFUSED'))";
    }

    /**
     * Why nothing is done with a record, if nothing is.
     *
     * @param edits how many edits of it have run, or may
     * @param origin what it was made of
     * @param kin how many it was made of, or together with, that have run, or may
     * @param selected what the run is for
     */
    static Optional<String> leftOut(long edits, byte @Nullable [] origin, long kin, Set<Digest> selected) {
        if (edits > 0) {
            return Optional.of("an edit of it is a call of its own" + BY_ITSELF);
        }
        return origin != null && (kin > 0 || selected.contains(Digest.of(origin)))
                ? Optional.of("it is an edit of another call" + BY_ITSELF)
                : Optional.empty();
    }
}
