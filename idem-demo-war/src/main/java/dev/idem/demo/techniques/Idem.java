package dev.idem.demo.techniques;

import java.util.Locale;

/** The two halves of a trial. */
enum Idem {
    WITH,
    WITHOUT;

    /** What this half of a trial is about: names its rows. */
    String subject(String trial) {
        return trial + "-" + name().toLowerCase(Locale.ROOT);
    }
}
