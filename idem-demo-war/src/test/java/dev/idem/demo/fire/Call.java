package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import dev.idem.fire.Identity;

/**
 * One logical call.
 *
 * @param operation what it calls
 * @param tenant for whom, "" for nobody
 * @param ask its arguments
 * @param token the token it is submitted with, "" if it needs none
 */
record Call(String operation, String tenant, Ask ask, String token) {

    static Call of(String operation, String tenant, String key, String mood) {
        return new Call(operation, tenant, new Ask(scope(tenant), key, 1, mood), "");
    }

    /** The scope that records of a tenant's strangers are in. */
    static String scope(String tenant) {
        return tenant.isEmpty() ? "anonymous" : "tenant:" + tenant + "/anonymous";
    }

    /** The same key with another argument. */
    Call careless() {
        return new Call(operation, tenant, new Ask(ask.scope(), ask.key(), ask.amount() + 1, ask.mood()), token);
    }

    Identity identity() {
        return new Identity(operation, ask.scope(), ask.key());
    }

    /** What is sent. */
    String json() {
        return "{\"scope\":\"%s\",\"key\":\"%s\",\"amount\":%d,\"mood\":\"%s\"}"
                .formatted(ask.scope(), ask.key(), ask.amount(), ask.mood());
    }
}
