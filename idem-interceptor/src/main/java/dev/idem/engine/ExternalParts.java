package dev.idem.engine;

import java.time.Duration;
import java.util.function.Function;

/** What the parts that treat external effects are made of. */
record ExternalParts(
        RecordStore records,
        Transactions transactions,
        EngineListener listener,
        Function<Duration, Backoff> backoffs,
        ExternalServices services) {

    Answers answers() {
        return new Answers(listener, new Conflicts(records, transactions)::keep);
    }

    PatientTransaction patiently() {
        return new PatientTransaction(transactions, backoffs);
    }
}
