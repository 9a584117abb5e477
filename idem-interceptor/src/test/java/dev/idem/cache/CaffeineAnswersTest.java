package dev.idem.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordState;
import dev.idem.engine.StoredRecord;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaffeineAnswersTest {

    private static final Digest KEY = Digest.ofTexts("key");
    private static final int LARGE = 1_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow
    private final CaffeineAnswers answers = new CaffeineAnswers(LARGE, clock::get);

    @Test
    void recordIsFoundUntilItsTimeIsOver() {
        StoredRecord record = record("result");
        answers.keep(KEY, record, clock.get() + 10);

        clock.addAndGet(9);
        assertThat(answers.find(KEY)).contains(record);
        clock.addAndGet(1);
        assertThat(answers.find(KEY)).isEmpty();
    }

    @Test
    void recordInThePlaceOfAnotherHasItsOwnTime() {
        answers.keep(KEY, record("first"), clock.get() + 1_000);
        answers.keep(KEY, record("second"), clock.get() + 10);

        assertThat(answers.find(KEY).flatMap(StoredRecord::result)).contains("second");
        clock.addAndGet(10);
        assertThat(answers.find(KEY)).isEmpty();
    }

    @Test
    void readingMakesNoTimeLonger() {
        answers.keep(KEY, record("result"), clock.get() + 10);

        clock.addAndGet(6);
        assertThat(answers.find(KEY)).isPresent();
        clock.addAndGet(6);

        assertThat(answers.find(KEY)).isEmpty();
    }

    @Test
    void recordWhoseTimeWasOverBeforeItCameIsNotFound() {
        answers.keep(KEY, record("result"), clock.get() - 1);

        assertThat(answers.find(KEY)).isEmpty();
    }

    @Test
    void resultsTakeNoMoreThanTheyMay() {
        CaffeineAnswers small = new CaffeineAnswers(30_000, clock::get);
        IntStream.range(0, 500)
                .forEach(i -> small.keep(numbered(i), record("x".repeat(1_000)), clock.get() + 1_000_000_000));

        assertThat(IntStream.range(0, 500)
                        .filter(i -> small.find(numbered(i)).isPresent())
                        .count())
                .isBetween(1L, 11L);
    }

    @Test
    void recordsWithoutResultsAreBoundedToo() {
        CaffeineAnswers small = new CaffeineAnswers(30_000, clock::get);
        IntStream.range(0, 500).forEach(i -> small.keep(numbered(i), record(null), clock.get() + 1_000_000_000));

        assertThat(IntStream.range(0, 500)
                        .filter(i -> small.find(numbered(i)).isPresent())
                        .count())
                .isBetween(1L, 58L);
    }

    @Test
    void resultThatIsTooLargeIsNotKept() {
        answers.keep(KEY, record("x".repeat(LARGE)), clock.get() + 1_000);

        assertThat(answers.find(KEY)).isEmpty();
    }

    private static Digest numbered(int i) {
        return Digest.ofTexts("key", String.valueOf(i));
    }

    private static StoredRecord record(@Nullable String result) {
        return new StoredRecord(
                RecordState.COMPLETED,
                false,
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(result));
    }
}
