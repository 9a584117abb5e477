package dev.idem.replay;

import dev.idem.RequestOutcome;
import dev.idem.engine.EffectProbes;
import dev.idem.engine.RequestWork;
import dev.idem.spi.EffectProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks the application whether an effect happened. */
@ApplicationScoped
class Probes {

    @Inject
    Records records;

    @Inject
    EffectProbes probes;

    Answer run(RequestWork work) {
        return records.of(work)
                .map(record -> answer(probes.ask(record.key())))
                .orElseGet(() -> Answer.done(RequestOutcome.SKIPPED, "the record is gone"));
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
