package dev.idem.cdi;

import dev.idem.cache.CacheSettings;
import dev.idem.check.Candidate;
import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Who wants a near cache brings Caffeine. */
final class CacheCheck {

    private static final String LIBRARY = "com.github.ben-manes.caffeine:caffeine";
    private static final String CLASS = "com.github.benmanes.caffeine.cache.Caffeine";

    private CacheCheck() {}

    static Stream<Problem> problems(Collection<Candidate> operations, Config config) {
        return Stream.concat(badSize(config), noLibrary(operations));
    }

    private static Stream<Problem> badSize(Config config) {
        try {
            CacheSettings.of(config);
            return Stream.empty();
        } catch (IllegalArgumentException mistake) {
            return Stream.of(new Problem(
                    ProblemId.BAD_CACHE_SIZE,
                    CacheSettings.MAX_SIZE,
                    String.valueOf(mistake.getMessage()),
                    "such as 16777216, which is the default"));
        }
    }

    private static Stream<Problem> noLibrary(Collection<Candidate> operations) {
        List<String> caching = operations.stream()
                .filter(Candidate::caches)
                .map(Candidate::name)
                .toList();
        return caching.isEmpty() || isThere()
                ? Stream.empty()
                : Stream.of(new Problem(
                        ProblemId.NO_CACHE_LIBRARY,
                        LIBRARY,
                        "it is not in the application, and these have a cacheFor: " + String.join(", ", caching),
                        "add it in version 3, or remove cacheFor"));
    }

    private static boolean isThere() {
        try {
            Class.forName(CLASS, false, CacheCheck.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
