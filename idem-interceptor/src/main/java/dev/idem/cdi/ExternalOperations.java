package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import dev.idem.check.Candidate;
import dev.idem.engine.Continuations;
import dev.idem.engine.EffectProbes;
import dev.idem.engine.EffectStore;
import dev.idem.engine.ExternalEffect;
import dev.idem.engine.ExternalServices;
import dev.idem.engine.Leases;
import dev.idem.key.ResultTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Prepares what operations with external effects need. */
@ApplicationScoped
class ExternalOperations {

    @Inject
    EffectStore store;

    @Inject
    EffectProbes probes;

    @Inject
    Continuations continuations;

    @Inject
    Leases leases;

    ExternalServices services() {
        return new ExternalServices(store, probes, continuations, leases);
    }

    static Optional<ExternalEffect> of(Candidate candidate) {
        IdempotentOperation settings = candidate.settings();
        return settings.mode() == Mode.EXTERNAL_EFFECT
                ? Optional.of(new ExternalEffect(
                        Duration.parse(settings.lease()),
                        settings.onUnknownOutcome(),
                        List.of(settings.noEffectOn()),
                        new ExternalEffect.Returns(
                                ResultTypes.later(candidate.method()), ResultTypes.none(candidate.method()))))
                : Optional.empty();
    }
}
