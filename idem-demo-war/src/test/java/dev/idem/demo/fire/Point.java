package dev.idem.demo.fire;

import java.util.Locale;

/** Where in an operation something happens, as the database sees it. */
enum Point {
    /** A record is claimed. */
    CLAIM("insert into idem_record"),
    /** The application writes its effect. */
    EFFECT("insert into fire_effect"),
    /** The result of a call is stored. */
    RESULT("update idem_record set result"),
    /** An effect elsewhere is recorded. */
    END("update idem_record set state = 'completed'"),
    /** A transaction with an effect commits. */
    COMMIT("commit");

    private final String text;

    Point(String text) {
        this.text = text;
    }

    /** Whether it is among what a client sends. */
    boolean isIn(String sent) {
        return sent.contains(text);
    }

    /** What is sent, as statements can be found in it, whether the protocol has one byte for a letter or two. */
    static String readable(String sent) {
        return sent.replace("\0", "").toLowerCase(Locale.ROOT);
    }
}
