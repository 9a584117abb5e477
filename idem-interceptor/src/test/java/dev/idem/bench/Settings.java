package dev.idem.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured how long.
 *
 * @param parts of the benchmark
 * @param threads how many callers at once, one size after the other
 * @param rounds how often each contender has its turn; the medians are of these
 * @param millis how long a turn is
 * @param durable whether a commit waits for the disk
 * @param buffers the memory that PostgreSQL keeps pages in, its {@code shared_buffers}
 * @param sizes how many records there are, one table after the other
 * @param expired how many records are purged
 * @param rate how many calls begin each second meanwhile
 */
record Settings(
        List<String> parts,
        List<Integer> threads,
        int rounds,
        long millis,
        boolean durable,
        String buffers,
        List<Long> sizes,
        long expired,
        int rate) {

    /** Of arguments such as {@code rounds=7}. */
    static Settings of(String... arguments) {
        Map<String, String> given = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new Settings(
                list(given.getOrDefault(
                        "parts", "costs,timings,waits,containers,processor,others,growth,purge,footprint")),
                list(given.getOrDefault("threads", "8,1,32")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(given.getOrDefault("rounds", "5")),
                (long) (Double.parseDouble(given.getOrDefault("seconds", "1")) * 1000),
                Boolean.parseBoolean(given.getOrDefault("durable", "true")),
                given.getOrDefault("buffers", "128MB"),
                list(given.getOrDefault("sizes", "10000,1000000,10000000")).stream()
                        .map(Long::valueOf)
                        .toList(),
                Long.parseLong(given.getOrDefault("expired", "5000000")),
                Integer.parseInt(given.getOrDefault("rate", "200")));
    }

    private static List<String> list(String text) {
        return List.of(text.split(","));
    }

    boolean has(String part) {
        return parts.contains(part);
    }
}
