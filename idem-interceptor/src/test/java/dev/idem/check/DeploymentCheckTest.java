package dev.idem.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.IdempotentOperation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentCheckTest {

    private final DeploymentCheck check = new DeploymentCheck(true, KeyMistakes.Sourced.class::equals);

    static Stream<Candidate> candidates() {
        return Stream.of(
                        KeyMistakes.class,
                        ModeMistakes.class,
                        ModeMistakes.SessionBean.class,
                        AnswerMistakes.class,
                        AnswerMistakes.Listener.class)
                .flatMap(DeploymentCheckTest::candidatesOf);
    }

    private static Stream<Candidate> candidatesOf(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(IdempotentOperation.class))
                .map(method -> candidate(bean, method));
    }

    private static Candidate candidate(Class<?> bean, Method method) {
        return new Candidate(bean, method, method.getAnnotation(IdempotentOperation.class), "known"::equals);
    }

    @ParameterizedTest
    @MethodSource("candidates")
    @DisplayName("scenario 72: each mistake is found, under its own id and with a remedy")
    void mistakeIsFound(Candidate candidate) {
        String expected = candidate.method().getName().replaceAll("\\d", "");

        List<Problem> problems = check.check(List.of(candidate));

        if (expected.equals("none")) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .extracting(problem -> problem.id().name().replace("_", "").toLowerCase(Locale.ROOT))
                    .contains(expected.toLowerCase(Locale.ROOT));
            assertThat(problems.get(0).toString())
                    .matches("(?s)IDEM-\\d{4} " + candidate.bean().getName().replace("$", "\\$")
                            + "\\..+: .+\\. Remedy: .+");
        }
    }

    @Test
    @DisplayName("scenario 6: overloads and same-named methods without names of their own clash")
    void sameNamesClash() throws Exception {
        Candidate one = candidate(Overloads.class, Overloads.class.getMethod("pay", String.class));
        Candidate other = candidate(Overloads.class, Overloads.class.getMethod("pay", String.class, int.class));
        Candidate named = candidate(Overloads.class, Overloads.class.getMethod("pay", String.class, long.class));

        assertThat(check.check(List.of(one, other))).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("IDEM-0001", "Overloads.pay"));
        assertThat(check.check(List.of(one, named))).isEmpty();
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        List<Candidate> all = candidates().toList();
        long wrong = all.stream()
                .filter(candidate -> !candidate.method().getName().startsWith("none"))
                .count();

        assertThat(check.check(all)).hasSizeGreaterThanOrEqualTo((int) wrong);
    }

    @Test
    void a_codec_of_the_application_may_carry_anything() throws Exception {
        Candidate stream =
                candidate(AnswerMistakes.class, AnswerMistakes.class.getMethod("notCarriable", String.class));

        assertThat(new DeploymentCheck(false, type -> false).check(List.of(stream)))
                .isEmpty();
    }

    @Test
    void ids_are_unique() {
        assertThat(ProblemId.values()).extracting(ProblemId::code).doesNotHaveDuplicates();
    }

    /** Methods of one name. */
    @SuppressWarnings("unused")
    static class Overloads {

        @IdempotentOperation(key = "id")
        public void pay(String id) {}

        @IdempotentOperation(key = "id")
        public void pay(String id, int amount) {}

        @IdempotentOperation(name = "pay.long", key = "id")
        public void pay(String id, long amount) {}
    }
}
