package dev.idem.inspect;

import java.time.Instant;

/**
 * The database that everything is kept in. Immutable, for all threads.
 *
 * @param product its name, such as {@code PostgreSQL}
 * @param version its version, in its own words
 * @param now the time by its clock
 */
public record StoreInfo(String product, String version, Instant now) {}
