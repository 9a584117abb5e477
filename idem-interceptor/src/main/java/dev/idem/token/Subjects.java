package dev.idem.token;

import dev.idem.engine.Caller;
import dev.idem.engine.Digest;

/** Names of people as they stand beside tokens. */
final class Subjects {

    private static final int LONGEST = 255;

    private Subjects() {}

    /** The name of a caller, "" for nobody known. */
    static String text(Caller caller) {
        return caller instanceof Caller.Authenticated authenticated ? named(authenticated.name()) : "";
    }

    /** A name, or its digest if it does not fit. */
    static String named(String name) {
        boolean fits = name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
        return fits ? name : "#sha256:" + Digest.ofTexts(name).hex();
    }
}
