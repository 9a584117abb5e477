package dev.idem.bench.app;

import java.util.Map;

/**
 * What a round gave.
 *
 * @param operations how many calls ended
 * @param seconds how long it took
 * @param p50 the median latency in microseconds
 * @param p99 the latency of the slowest hundredth in microseconds
 * @param longest the longest latency in microseconds
 * @param bytes what the calling threads allocated per call
 * @param cpu the time on a processor per call, in the calling threads, in microseconds
 * @param sessions of the database that were in a transaction at the end, but for the one that has the key
 * @param outcomes how the calls ended: returned, or the exception's class
 */
public record Sample(
        long operations,
        double seconds,
        double p50,
        double p99,
        double longest,
        double bytes,
        double cpu,
        int sessions,
        Map<String, Integer> outcomes) {

    Sample with(int counted) {
        return new Sample(operations, seconds, p50, p99, longest, bytes, cpu, counted, outcomes);
    }

    public double rate() {
        return operations / seconds;
    }
}
