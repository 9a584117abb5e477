package dev.idem.scenario.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows alice, bob and carol; their password is their name. */
@BasicAuthenticationMechanismDefinition(realmName = "scenarios")
@ApplicationScoped
public class Callers implements IdentityStore {

    private static final Set<String> KNOWN = Set.of("alice", "bob", "carol");

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String name = credential.getCaller();
        return KNOWN.contains(name) && credential.compareTo(name, name)
                ? new CredentialValidationResult(name, Set.of("customer"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
