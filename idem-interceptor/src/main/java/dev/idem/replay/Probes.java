package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.ParkedRecord;
import dev.idem.engine.RequestWork;
import dev.idem.spi.EffectProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks the application whether an effect happened. */
@ApplicationScoped
class Probes {

    @Inject
    Records records;

    @Inject
    @Any
    Instance<EffectProbe> probes;

    @Inject
    Instance<RequestContextController> requestContexts;

    Answer run(RequestWork work) {
        Optional<ParkedRecord> record = records.of(work);
        if (record.isEmpty()) {
            return Answer.done(RequestOutcome.SKIPPED, "the record is gone");
        }
        RequestContextController context = requestContexts.get();
        boolean ours = context.activate();
        try {
            return asked(record.get(), work.operation());
        } finally {
            if (ours) {
                context.deactivate();
            }
            requestContexts.destroy(context);
        }
    }

    private Answer asked(ParkedRecord record, String operation) {
        try {
            return probes.stream()
                    .filter(probe -> probe.operation().equals(operation))
                    .findFirst()
                    .map(probe ->
                            answer(probe.probe(record.key().key(), record.key().scope())))
                    .orElseGet(() ->
                            Answer.done(RequestOutcome.UNKNOWN, "the application has no EffectProbe for " + operation));
        } catch (RuntimeException failure) {
            return Answer.done(RequestOutcome.UNKNOWN, "the EffectProbe failed: " + Failure.text(failure));
        }
    }

    private static Answer answer(EffectProbe.Finding finding) {
        RequestOutcome outcome =
                switch (finding.effect()) {
                    case HAPPENED -> RequestOutcome.HAPPENED;
                    case NOT_HAPPENED -> RequestOutcome.NOT_HAPPENED;
                    case UNKNOWN -> RequestOutcome.UNKNOWN;
                };
        return Answer.done(outcome, finding.evidence());
    }
}
