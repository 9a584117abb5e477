package dev.idem.persistence;

import java.util.Optional;

/** How often a call failed, and with what last. */
record Failed(int times, Optional<String> cause) {

    static final Failed NEVER = new Failed(0, Optional.empty());
}
