package dev.idem.cdi;

import dev.idem.Scope;
import dev.idem.engine.Caller;
import dev.idem.key.Scopes;
import dev.idem.spi.ScopeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The scope of calls, within the tenant that the application tells. */
@ApplicationScoped
class CallScopes {

    @Inject
    @Any
    Instance<ScopeSource> sources;

    /**
     * The scope as text.
     *
     * @return empty if the scope needs an authenticated caller and there is none
     * @throws RuntimeException if it cannot be told
     */
    Optional<String> of(Scope scope, Caller caller) {
        return Scopes.text(scope, caller, tenant());
    }

    private Optional<String> tenant() {
        return sources.isUnsatisfied() ? Optional.empty() : sources.get().tenant();
    }

    /** @throws IllegalStateException if there are two who tell the tenant */
    void check() {
        if (sources.isAmbiguous()) {
            throw new IllegalStateException("the application has several beans of type ScopeSource: keep one");
        }
    }
}
