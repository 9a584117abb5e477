package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.ProvenIdentity;

/** What stands instead of a password's hash for a user whom an identity provider vouches for: which provider, and who there. */
final class ExternalMark {

    private static final String PREFIX = "external:";

    private ExternalMark() {}

    static String of(ProvenIdentity identity) {
        return PREFIX + Digest.ofTexts(identity.issuer(), identity.subject()).hex();
    }

    static boolean is(String hash) {
        return hash.startsWith(PREFIX);
    }
}
