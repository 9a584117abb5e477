package dev.idem.demo.duplicates;

import dev.idem.demo.http.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Why something comes twice. */
public enum Cause {
    UPSTREAM_RETRY(
            "The payment provider calls again",
            "The settlement hangs, the provider gives up after a second and sends the same callback again, to both of the"
                    + " services below. Idem answers the second call with the first one's result; the plain service"
                    + " grants once for each call."),
    PRODUCER_RETRY(
            "The producer sends again",
            "The broker's process is stopped (SIGSTOP) while the message is sent. The message is in its socket, the answer"
                    + " does not come, the producer sends again; after five seconds the broker goes on (SIGCONT) and stores"
                    + " both."),
    CONSUMER_KILLED(
            "The consumer dies before it acknowledges",
            "The node that got the message is killed (kill -9) after its coupon is committed and before the broker knows:"
                    + " the broker delivers the message again. The launcher starts the node again."),
    TWO_IDS(
            "The same event under two ids",
            "The producer puts the same event into its outbox twice. For the broker these are two messages.");

    private final String title;
    private final String story;

    Cause(String title, String story) {
        this.title = title;
        this.story = story;
    }

    static Cause named(String id) {
        return Arrays.stream(values())
                .filter(cause -> cause.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("cause", id));
    }

    /** As it stands in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens, in a few words. */
    public String title() {
        return title;
    }

    /** How it is provoked. */
    public String story() {
        return story;
    }

    /** Whether it stops the broker or ends a node. */
    boolean needsLauncher() {
        return this == PRODUCER_RETRY || this == CONSUMER_KILLED;
    }

    /** Whether it is the message that comes twice; else it is the call before it. */
    boolean repeatsTheMessage() {
        return this != UPSTREAM_RETRY;
    }
}
