package dev.idem.bench.app;

import java.util.Map;

/**
 * What a round is of.
 *
 * @param contender who is measured, as the tables call it
 * @param measured in what
 * @param threads how many call at once
 * @param millis how long they call
 * @param calls how many each makes at most
 * @param rate how many calls begin each second; with 0, one begins when another ends
 * @param filled how many records were made in SQL, which duplicates name then
 */
public record RoundOrder(
        String contender, Case measured, int threads, long millis, long calls, double rate, long filled) {

    /** Of the path and the query that the server's resource has, whoever serves them. */
    public static RoundOrder of(String contender, String measured, Map<String, String> query) {
        return new RoundOrder(
                contender,
                Case.valueOf(measured),
                Integer.parseInt(query.getOrDefault("threads", "1")),
                Long.parseLong(query.getOrDefault("millis", "60000")),
                Long.parseLong(query.getOrDefault("calls", "9000000")),
                Double.parseDouble(query.getOrDefault("rate", "0")),
                Long.parseLong(query.getOrDefault("filled", "0")));
    }
}
