package dev.idem.cdi;

import dev.idem.KeyType;
import dev.idem.check.Candidate;
import dev.idem.engine.Caller;
import dev.idem.engine.Retention;
import dev.idem.engine.TokenOperations;
import dev.idem.key.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The operations of this deployment that take tokens. */
@ApplicationScoped
class DeployedTokenOperations implements TokenOperations {

    @Inject
    IdempotencyExtension extension;

    @Inject
    CallScopes scopes;

    @Override
    public Optional<TokenOperation> named(String name) {
        return extension.operations().stream()
                .filter(candidate -> candidate.settings().keyType() == KeyType.TOKEN
                        && candidate.name().equals(name))
                .findFirst()
                .map(candidate -> new Taker(candidate, scopes));
    }

    /** One that takes tokens. */
    private record Taker(Candidate candidate, CallScopes scopes) implements TokenOperation {

        @Override
        public String name() {
            return candidate.name();
        }

        @Override
        public Retention expireAfter() {
            return Retention.parse(candidate.settings().expireAfter());
        }

        @Override
        public String scope(Caller caller) {
            return scopes.of(candidate.settings().scope(), caller)
                    .orElseThrow(() -> new IllegalArgumentException(Scopes.NO_CALLER));
        }
    }
}
