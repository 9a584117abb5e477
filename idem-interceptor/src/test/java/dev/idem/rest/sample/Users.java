package dev.idem.rest.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** One user known to the container. */
@BasicAuthenticationMechanismDefinition(realmName = "sample")
@ApplicationScoped
public class Users implements IdentityStore {

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("bob", "pass")
                ? new CredentialValidationResult("bob")
                : CredentialValidationResult.INVALID_RESULT;
    }
}
