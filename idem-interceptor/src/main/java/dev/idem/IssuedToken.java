package dev.idem;

import java.time.Instant;

/**
 * A one-time token that has just been issued. Immutable.
 *
 * @param token the token itself, 22 characters of {@code A–Z a–z 0–9 - _}: this is the only time it is seen. Give it to the
 *     caller, and keep it out of logs and addresses
 * @param id its public id, 20 hexadecimal digits, by which operators speak of it; of no use to a caller
 * @param expiresAt until when it can be used for the first time, by the database clock
 */
public record IssuedToken(String token, String id, Instant expiresAt) {

    /**
     * Says which token it is.
     *
     * @return the public id and the time, not the token
     */
    @Override
    public String toString() {
        return "token " + id + " until " + expiresAt;
    }
}
