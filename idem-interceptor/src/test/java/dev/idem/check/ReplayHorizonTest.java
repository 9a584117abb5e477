package dev.idem.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.IdempotentOperation;
import dev.idem.Mode;
import jakarta.ejb.MessageDriven;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplayHorizonTest {

    @Test
    @DisplayName("an operation that may be parked binds at least as long as it may be replayed")
    void shorterExpiryIsAMistake() {
        List<Problem> problems = problems(Optional.empty(), Parking.class);

        assertThat(problems)
                .extracting(Problem::place)
                .allMatch(place -> place.contains("short"))
                .hasSize(3);
        assertThat(problems.get(0).toString())
                .startsWith("IDEM-0050 ")
                .contains("P6D", "P7D", "a longer expireAfter, or a shorter idem.replay.horizon");
    }

    @Test
    void listenersParkByDefault() {
        assertThat(problems(Optional.empty(), Listener.class))
                .extracting(Problem::id)
                .containsExactly(ProblemId.EXPIRES_BEFORE_HORIZON);
    }

    @Test
    void horizonIsASetting() {
        assertThat(problems(Optional.of("PT1H"), Parking.class)).isEmpty();
        assertThat(problems(Optional.of("P1M"), Parking.class)).hasSize(4);
        assertThat(problems(Optional.of("P28D"), Parking.class)).hasSize(3);
    }

    @Test
    void unreadableHorizonIsAMistake() {
        for (String text : List.of("soon", "P0D", "-P1D", "P99999999999M")) {
            assertThat(problems(Optional.of(text), Parking.class))
                    .extracting(Problem::toString)
                    .singleElement()
                    .asString()
                    .startsWith("IDEM-0051 idem.replay.horizon")
                    .contains(text);
        }
    }

    private static List<Problem> problems(Optional<String> setting, Class<?> bean) {
        List<Candidate> candidates = Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(IdempotentOperation.class))
                .map(method ->
                        new Candidate(bean, method, method.getAnnotation(IdempotentOperation.class), name -> false))
                .toList();
        return ReplayHorizon.problems(setting, candidates).toList();
    }

    /** What may be parked, and what may not. */
    @SuppressWarnings("unused")
    static class Parking {

        @IdempotentOperation(key = "id", maxAttempts = 3, expireAfter = "P6D")
        public void shortByAttempts(String id) {}

        @IdempotentOperation(key = "id", parkOn = IllegalStateException.class, expireAfter = "P6D")
        public void shortByException(String id) {}

        @IdempotentOperation(key = "id", mode = Mode.EXTERNAL_EFFECT, expireAfter = "P6D")
        public void shortOutside(String id) {}

        @IdempotentOperation(key = "id", maxAttempts = 3, expireAfter = "P28D")
        public void month(String id) {}

        @IdempotentOperation(key = "id", expireAfter = "PT1S")
        public void neverParked(String id) {}

        @IdempotentOperation(key = "id", maxAttempts = 0, expireAfter = "PT1S")
        public void neverParkedEither(String id) {}

        @IdempotentOperation(key = "id", maxAttempts = 3, expireAfter = "nonsense")
        public void unreadable(String id) {}
    }

    /** A listener. */
    @MessageDriven
    @SuppressWarnings("unused")
    static class Listener {

        @IdempotentOperation(key = "id", expireAfter = "PT1H")
        public void onMessage(String id) {}
    }
}
