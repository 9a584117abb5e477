package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same, with the record as distributed lock, and the page of techniques on the second node. */
class TwoNodesIT extends DuplicatesOnTwoNodes {

    private static final int CALLS_EACH = 20;
    private static final String CLOSINGS = "/closings";

    @Test
    @DisplayName(
            "while one node closes a day the other is told so at once, and gets its answer later (scenarios 12, 99)")
    void lockThatOneNodeHoldsIsSeenByTheOther() {
        CompletableFuture<Answer> holder = closedByTheFirst("held", "hang");
        system.awaitFault("closings", 1);

        Answer meanwhile = second.post(CLOSINGS, closing("held"));
        boolean held = !holder.isDone();
        first.order("closings", "{\"mode\":\"none\"}");

        assertThat(held).isTrue();
        assertThat(meanwhile.isProblem(409)).as(meanwhile.toString()).isTrue();
        assertThat(holder.join().status()).isEqualTo(200);
        Answer later = second.post(CLOSINGS, closing("held"));
        assertThat(later.body()).isEqualTo(holder.join().body());
        assertThat(later.replayed()).isTrue();
        assertClosedOnce("held");
    }

    @Test
    @DisplayName("the node that holds the lock dies: the other has it soon, no lease has to end (scenarios 26, 99)")
    void lockEndsWithTheNodeThatHoldsIt() {
        Answer lost = closedByTheFirst("lost", "halt").join();
        system.node().awaitEnd();

        Answer taken = Awaitility.await("the end of the dead one's session")
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .until(() -> second.post(CLOSINGS, closing("lost")), answer -> answer.status() == 200);

        assertThat(lost.status()).isZero();
        assertThat(taken.replayed()).isFalse();
        assertClosedOnce("lost");
        system.revive();
        assertThat(first.post(CLOSINGS, closing("lost")).body()).isEqualTo(taken.body());
    }

    @Test
    @DisplayName("20 timers on each of two nodes at once: one closes the day (scenario 99)")
    void dayIsClosedOnceByAllTimersOfAllNodes() {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, CALLS_EACH)
                .boxed()
                .flatMap(i -> Stream.of(first, second))
                .map(node -> node.posted(CLOSINGS, closing("storm")))
                .toList();

        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.isProblem(409));
        assertThat(answers.stream().filter(answer -> answer.status() == 200).map(Answer::body))
                .isNotEmpty()
                .containsOnly(first.post(CLOSINGS, closing("storm")).body());
        assertClosedOnce("storm");
    }

    @Test
    void pageShowsOneEffectOnTheOtherNodeTooAndLeadsToEachRecord() {
        TriedTechniques tried = TriedTechniques.at(second.page());

        assertThat(tried.effects()).hasSize(10).containsOnly("1");
        assertThat(tried.damaged()).isEqualTo(6);
        system.console().begin(system.firstLogin());
        assertThat(tried.records()).hasSize(10).allSatisfy(record -> assertThat(
                        system.console().leadsToARecord(record))
                .as(record)
                .isTrue());
    }

    /** Has the first node close a day and suffer something before its commit. */
    private CompletableFuture<Answer> closedByTheFirst(String day, String mode) {
        first.order("closings", "{\"mode\":\"" + mode + "\"}");
        return first.posted(CLOSINGS, closing(day));
    }

    private void assertClosedOnce(String day) {
        assertThat(new Rows(system.settings()).count("demo_closing", "closed_day", day))
                .isEqualTo(1);
    }

    private static String closing(String day) {
        return "{\"day\":\"" + day + "\"}";
    }
}
