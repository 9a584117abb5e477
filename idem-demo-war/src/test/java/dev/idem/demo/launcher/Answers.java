package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What callers of the same thing get. */
final class Answers {

    private Answers() {}

    static void assertAllEqual(List<Answer> answers, int status) {
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(status));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    }
}
