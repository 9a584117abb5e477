package dev.idem.inspect;

import java.util.Set;

/**
 * Who somebody is, as an identity provider says that has asked them (OpenID Connect Core 1.0). Immutable, for all threads.
 *
 * @param issuer names the provider
 * @param subject names the person there, for ever
 * @param name what they are called here, 1 to 100 characters
 * @param roles what they are here, by what the provider says of them
 */
public record ProvenIdentity(String issuer, String subject, String name, Set<Role> roles) {

    /**
     * Copies the roles.
     *
     * @param issuer names the provider
     * @param subject names the person there
     * @param name what they are called here
     * @param roles what they are here
     */
    public ProvenIdentity {
        roles = Set.copyOf(roles);
    }
}
