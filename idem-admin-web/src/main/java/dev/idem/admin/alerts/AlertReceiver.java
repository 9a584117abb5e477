package dev.idem.admin.alerts;

import java.util.Optional;

/** Where messages are sent. */
interface AlertReceiver {

    /**
     * Who that is, for people.
     *
     * @return without what may be a secret
     */
    String name();

    /** How it knows who sent a message. */
    Protection protection();

    /**
     * Looks, before anything is sent, whether it can be.
     *
     * @throws IllegalArgumentException if a setting cannot be used; the message names it
     */
    void check();

    /**
     * Sends a message.
     *
     * @param messageId the same at each attempt
     * @return why the receiver did not take it, empty if it did
     */
    Optional<String> send(String messageId, AlertMessage message);

    /** By what a receiver knows who sent a message. */
    enum Protection {
        SIGNED,
        NOT_SIGNED,
        BY_THE_MAIL_SERVER
    }
}
