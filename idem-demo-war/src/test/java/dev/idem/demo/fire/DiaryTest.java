package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.fire.app.Ask;
import dev.idem.fire.Told;
import dev.idem.fire.Violation;
import dev.idem.fire.Violation.Rule;
import org.junit.jupiter.api.Test;

class DiaryTest {

    private static final Call CALL = Call.of("shop.buy", "", "k-1", Ask.WELL);

    private final Diary diary = new Diary();

    @Test
    void callIsOpenUntilSomebodyIsToldItsEnd() {
        diary.begins(CALL);
        diary.told("client", CALL, new Told.Later("503"), false);
        diary.told("client", CALL, new Told.Parked(), false);
        assertThat(diary.open()).containsExactly(CALL);

        diary.told("client", CALL, new Told.Success("receipt/1"), false);

        assertThat(diary.open()).isEmpty();
        assertThat(diary.mistaken()).isEmpty();
    }

    @Test
    void answerToOtherArgumentsIsSeen() {
        diary.told("client", CALL, new Told.Success("receipt/2"), false);

        assertThat(diary.mistaken()).extracting(Violation::rule).containsExactly(Rule.OWN_ANSWER);
    }

    @Test
    void successThatIsTakenBackIsSeen() {
        diary.told("client", CALL, new Told.Success("receipt/1"), false);
        assertThat(diary.isDone(CALL)).isTrue();
        assertThat(diary.isDone(CALL.careless())).isFalse();

        diary.toldAfterwards(CALL, new Told.Later("503"));
        diary.toldAfterwards(CALL, new Told.Success("receipt/1"));
        assertThat(diary.mistaken()).isEmpty();

        diary.toldAfterwards(CALL, new Told.Refused(false));
        assertThat(diary.mistaken()).extracting(Violation::rule).containsExactly(Rule.ONE_ANSWER);
    }
}
