package dev.idem;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The behaviour we promise, numbered, and which tests say that they show it. */
class ScenarioCoverageTest {

    private static final String SCENARIOS = """
            1 a new key runs the body once and stores what it returned
            2 a finished key answers with an equal result and leaves the body alone
            3 null, void, empty, 0 and false come back as just that
            4 different keys never wait for each other
            5 one key under two operations is two calls
            6 two methods under one name fail the deployment; named apart they are independent
            7 a call without a key is refused before any effect
            8 a blank, too long or unprintable key is refused and leaves no row
            9 the caller can tell an answer from the record, and never takes the first run for one
            10 lists, optionals and records come back as their types, not as maps
            11 a hundred threads with one new key run the body once
            12 failing fast, all duplicates of a running call are refused at once, without holding a connection
            13 a waiting duplicate gets the result of the running call
            14 a duplicate that waited too long gives up and leaves the running call's record alone
            15 when the running call rolls back, one of the waiting ones runs
            16 a waiting call gives up in bounded time however often the others roll back
            17 finding a duplicate leaves the surrounding PostgreSQL transaction usable
            18 under REPEATABLE READ a row committed after the snapshot leads to an answer or an error, not to a loop
            19 nodes that start at once on a database without the tables say what is missing
            20 waiters give their connection back, so that the owner can finish
            21 a deadlock's victim is transient, never a failure of the business
            22 a virtual thread that waits is not pinned
            23 a redelivery during the first delivery never runs beside it
            24 a business commit that fails leaves no finished record
            25 a record that cannot be written takes the business rows back with it
            26 a database session that dies before the commit, and a retry, leave one business row
            27 a process killed at any point leaves everything or nothing
            28 a transaction silently marked rollback-only leaves no record and a caller who knows it
            29 a transactional operation that gets no transaction fails loudly
            30 a result is found once it is committed, never before
            31 a commit whose answer is lost is found by the next call
            32 a result that cannot be written rolls the work back and the error names its type
            33 a stored result that cannot be read is an error of its own, and the body does not run
            34 an Error commits nothing and leaves the key free
            35 an exception a container would commit on rolls everything back
            36 a technical failure leaves no finished record, is kept as an attempt, and the next call runs
            37 a refusal is stored and thrown again as it was
            38 the caller sees the original failure, that of the bookkeeping is suppressed in it
            39 a refusal is rebuilt only as a type that storeOn lists
            40 a status that is not stored, or a result too large, rolls everything back and says so
            41 without the store the body does not run: StoreUnavailableException
            42 a slow store cannot hold a call longer than its wait and the query time-out
            43 a completion that fails after an external effect leaves an unknown outcome, not a free key
            44 the same key with the same payload is answered from the record
            45 the same key with another payload is refused, record and body untouched
            46 other arguments while the first external effect is under way are a mismatch, not a conflict
            47 the order of members and the spelling of numbers do not count, the order of elements does
            48 null and absent are told apart, or not, as documented
            49 a change deep inside the payload is seen
            50 a body that changes its arguments does not change key or fingerprint
            51 what is marked as not fingerprinted may change
            52 keys and fingerprints of an older version are still found
            53 after a failure the key may be used with another payload, and then binds that
            54 a running owner renews its lease and keeps its record
            55 when the lease of a dead owner is over one caller at most goes on
            56 an owner whose record was taken over completes, ends and renews nothing
            57 what is unknown, completed or failed is not renewed
            58 what has ended is not completed once more
            59 ending twice is ending once
            60 leases go over alike on H2, PostgreSQL and MariaDB
            61 leases go by the database clock, whatever the JVMs' clocks say
            62 a record without a deadline is locked until it expires
            63 a renewal that fails once stops no effect, and a lost lease shows when the effect ends
            64 external effects inside each other each complete their own record
            65 an expired record that is still there counts as none, on every database
            66 replacing an expired record never removes a fresh one
            67 a running external effect is never purged, however old
            68 what is parked or unknown is never purged until somebody decides
            69 the purge works in bounded batches, on several nodes at once, and calls go on
            70 ten failures of the purge in a row are one alarm, which the first success ends
            71 months of an expiry are calendar months in UTC, whatever the session's time zone
            72 an expiry of zero or less fails the deployment
            73 a finished record is read from the database each time, and from no cache, unless the operation asks for one
            74 @Retry after two failures: one record, three attempts, one effect
            75 each attempt of @Retry has a fresh transaction and persistence context
            76 a final answer ends the attempts of @Retry without touching the database again
            77 what @Fallback returns is never stored
            78 a commit after @Timeout fired is the one effect, and retries get its result
            79 what failed too often is parked once, with causes, its history bounded
            80 an exception named as hopeless parks at the first attempt
            81 an aborted or interrupted call leaves the key free
            82 fault tolerance moved by configuration: the order is right, or the deployment fails
            83 a replay resolves a parked call once; a second replay gets the stored result
            84 two operators replay the same call: one run
            85 an edited replay that fails is edited again; one that succeeds is the only one that ran
            86 a message whose payload cannot be read is parked at once, listed, and blocks no other
            87 a replay that fails lets the others go on
            88 behind a parked message its ordering key waits; set free, it is sent first and the others follow in their order
            89 a failed replay leaves its time and cause; where nothing is to be done, that is said
            90 what cannot be put on record is not acknowledged: the broker keeps it
            91 another caller's result is neither answered nor betrayed, and nobody forges a scope
            92 no table and no schema is named by configuration
            93 a call that is not authenticated leaves no record
            94 what is sensitive is masked and encrypted wherever it is kept or shown
            95 the resolved interceptor order has ours inside @Retry, also as the last one
            96 business data by EclipseLink on the same data source goes back in the same rollback
            97 in a container-managed EJB the claim joins, and a failed attempt is counted after the rollback
            98 a message that failed too often is parked, acknowledged, and the queue moves on
            99 a message that two nodes get has one effect
            100 an event sent twice under different broker ids has one effect
            101 a token used twice by a double click has one effect and one answer; after a failed call it is still good
            102 expiry and purge go by the database clock, whatever the servers' clocks say
            103 a message handled by two operations runs both once
            104 a message that a listener ignores leaves no record
            105 a commit that fails is a failed attempt, in our own transaction and in a joined one
            106 a commit whose answer was lost gives the stored result and counts nothing
            107 an operation that calls itself with its own key is refused, the outer call goes on
            108 in a transaction already marked rollback-only nothing is claimed, answered or counted
            109 a swallowed exception commits neither business rows nor record
            110 a failed caller returns at once although the next one already runs
            111 as many failures as the pool has connections: none hangs, all are kept
            112 keys that differ in case, accent, trailing space or Unicode form differ everywhere
            113 an external effect whose answer was lost is unknown and not repeated; a proven failure is free to run
            114 a late owner completes what is undecided, and is refused once it is decided
            115 poison, unknown and dismissed records bind beyond their expiry
            116 two callers at an expired record: it is reset in place and one runs
            117 a worker dies with a request: another takes it after the lease, and the effect is one
            118 after an edited replay the original and the edited call are duplicates
            119 a message is sent although the relay was killed: before the send once, after it twice with one effect
            120 a confirmed result is what duplicates get; a wrongly typed one is refused
            121 two applications with the same operation on one database do not share keys
            122 an operation that vanished while its keys bind is named in a warning at start
            123 two authenticated callers with one key are independent, under GLOBAL they are not
            124 deadlock, serialization failure and lock time-out do not count as poison
            125 an edit under a new key is a call of its own that runs once, and leaves the edited call parked
            126 an operation may have finished records cached: for its bound, and no longer than they bind; any other answer is the database's
            """;

    private static final Pattern TITLE = Pattern.compile("^(\\d+) (.+)$", Pattern.MULTILINE);
    private static final Pattern MENTION =
            Pattern.compile("(?i)\\bscenarios?\\s+(\\d+(?:\\s*(?:,|and|to|–)\\s*(?:and\\s+)?\\d+)*)");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\s*(?:to|–)\\s*(\\d+))?");

    @Test
    void everyScenarioIsNamedByATest() {
        Map<Integer, String> titles = new TreeMap<>();
        TITLE.matcher(SCENARIOS).results().forEach(line -> titles.put(Integer.valueOf(line.group(1)), line.group(2)));
        Map<Integer, Set<String>> tests = testsByScenario();

        tests.forEach((number, names) -> System.out.println("scenario " + number + ": " + String.join(", ", names)));

        assertThat(titles.keySet())
                .as("numbers without a gap")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, titles.size()).boxed().toList());
        assertThat(titles.entrySet().stream()
                        .filter(scenario -> !tests.containsKey(scenario.getKey()))
                        .map(scenario -> scenario.getKey() + " " + scenario.getValue())
                        .collect(joining("\n")))
                .as("scenarios that no test names")
                .isEmpty();
    }

    private static Map<Integer, Set<String>> testsByScenario() {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        for (Path source : testSources()) {
            String name = source.getFileName().toString().replace(".java", "");
            mentions(source).forEach(number -> tests.computeIfAbsent(number, none -> new TreeSet<>())
                    .add(name));
        }
        return tests;
    }

    private static List<Path> testSources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ScenarioCoverageTest::sources)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("ScenarioCoverageTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntStream mentions(Path source) {
        try {
            String text = Files.readString(source).replaceAll("\\R\\s*(?:\\*|//)?\\s*", " ");
            return MENTION.matcher(text)
                    .results()
                    .flatMap(mention -> NUMBERS.matcher(mention.group(1)).results())
                    .flatMapToInt(ScenarioCoverageTest::range);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntStream range(MatchResult numbers) {
        int first = Integer.parseInt(numbers.group(1));
        return IntStream.rangeClosed(first, numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2)));
    }
}
