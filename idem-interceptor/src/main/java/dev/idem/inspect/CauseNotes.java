package dev.idem.inspect;

import java.util.Optional;

/**
 * What operators write down about a cause: who sees to it, where, and anything that the next one should know. Safe for use by
 * many threads at once. Every method throws {@link StoreUnreachableException} if the database does not answer.
 */
public interface CauseNotes {

    /**
     * What is written about a cause. Works in the running transaction or in one of its own.
     *
     * @param cause the cause
     * @return empty if nobody ever wrote anything
     */
    Optional<CauseNote> of(CauseId cause);

    /**
     * Writes it, in a transaction of its own; none may be running. The entry in the audit trail has the verb {@code NOTE}, the
     * subject {@code CAUSE}, and what was there before; a denied or refused attempt is audited too. The same text again
     * changes nothing.
     *
     * @param operator who; needs {@link Permission#ANNOTATE}
     * @param cause the cause
     * @param text what is to stand there
     * @param version the {@link CauseNote#version} the operator saw, 0 if there was none
     * @return what stands there now
     * @throws NotPermittedException if the operator lacks the permission
     * @throws ChangedMeanwhileException if somebody else wrote meanwhile; nothing was changed
     */
    CauseNote write(Operator operator, CauseId cause, CauseNote.Text text, int version);
}
