package dev.idem.demo.techniques;

import java.util.List;
import java.util.concurrent.Callable;

/** A technique that can be tried, with Idem and without it, on rows of its own each time. */
interface Technique {

    Profile profile();

    /**
     * Prepares the same call several times, with Idem.
     *
     * @param subject what it is about: the rows of this trial have this name
     * @return the calls, each of which returns what to show as its answer; none if the technique has no use for Idem
     */
    List<Callable<String>> withIdem(String subject);

    /**
     * Prepares the same calls without Idem.
     *
     * @param subject what they are about
     * @return the calls
     */
    List<Callable<String>> withoutIdem(String subject);

    /**
     * Counts what came of it in the database.
     *
     * @param subject what it is about
     * @return the number of rows; one is right
     */
    long effects(String subject);

    /**
     * The key of its record.
     *
     * @param subject what it is about
     * @return what to look for in the console; "" if only the operation can be looked for
     */
    default String key(String subject) {
        return subject;
    }
}
