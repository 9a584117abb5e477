package dev.idem.bench;

/**
 * What a call costs the database.
 *
 * @param roundTrips how often the client waits for the server
 * @param ofThePool those of them in which the server's pool asks for the isolation level as it lends a connection
 * @param statements what the server answered to, BEGIN and COMMIT included
 * @param commits how many COMMITs
 * @param wal bytes of write-ahead log
 * @param dead dead rows left behind
 */
record Cost(int roundTrips, int ofThePool, int statements, int commits, double wal, double dead) {}
