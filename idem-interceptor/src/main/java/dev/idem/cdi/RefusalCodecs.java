package dev.idem.cdi;

import dev.idem.check.Candidate;
import dev.idem.engine.RefusalCodec;
import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultCodecs;
import dev.idem.refusal.CarriedValues;
import dev.idem.refusal.DeclaredRefusals;
import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Prepares how the refusals of operations are stored. */
@ApplicationScoped
class RefusalCodecs {

    @Inject
    IdempotencyExtension extension;

    @Inject
    @Any
    Instance<ResultCodecs> codecs;

    RefusalCodec of(Candidate candidate, ArgumentCodec codec) {
        Optional<ResultCodec> responses = codecs.stream()
                .flatMap(each -> each.forExceptions(candidate.method(), codec).stream())
                .findFirst();
        return DeclaredRefusals.of(
                List.of(candidate.settings().storeOn()),
                new CarriedValues(codec, responses, CarriedValues.carriable(extension.jsonBinding())));
    }
}
