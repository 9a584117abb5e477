package dev.idem.admin.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.inspect.RunPace;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person has to correct before a run starts. */
class StartFormTest {

    @Test
    @DisplayName("console check 43: the form is careful as it is offered, and asks for the number and a reason only")
    void offered() {
        StartForm form = StartForm.fresh();
        assertThat(form.mistake(RequestKind.REPLAY, 12)).isEqualTo("Type the number of calls that start, which is 12.");
        assertThat(form.mistake(RequestKind.EXPIRE, 12)).isEqualTo("Type the number of keys that start, which is 12.");
        form.number = " 12 ";
        assertThat(form.mistake(RequestKind.REPLAY, 12)).startsWith("Say why");
        form.reason = "the bank is back";

        assertThat(form.mistake(RequestKind.REPLAY, 12)).isEmpty();
        assertThat(form.pace()).isEqualTo(RunPace.CAREFUL);
        assertThat(form.confirmed()).isEqualTo(12);
    }

    @Test
    void whatIsTypedIsMeant() {
        StartForm form = complete(typed -> {
            typed.rate = "100";
            typed.ramp = "";
            typed.stop = "100";
            typed.order = "one-by-one";
        });

        assertThat(form.mistake(RequestKind.REPLAY, 12)).isEmpty();
        assertThat(form.pace()).isEqualTo(new RunPace(100, List.of(), 100, true));
        assertThat(complete(typed -> typed.ramp = "2,20 , 200").pace().ramp()).containsExactly(2, 20, 200);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        for (String wrong : List.of("", "0", "101", "-1", "1.5", "x", "9999999999", "１")) {
            assertThat(complete(form -> form.rate = wrong).mistake(RequestKind.REPLAY, 12))
                    .as(wrong)
                    .contains("1 to 100");
            assertThat(complete(form -> form.stop = wrong).mistake(RequestKind.REPLAY, 12))
                    .as(wrong)
                    .contains("1 to 100");
        }
        for (String wrong : List.of("x", "1,,2", "1,", "0", "10001", "1,2,3,4,5,6")) {
            assertThat(complete(form -> form.ramp = wrong).mistake(RequestKind.REPLAY, 12))
                    .as(wrong)
                    .contains("at most 5 steps");
        }
        for (String wrong : List.of("", "x", "11", "-12", "12.0")) {
            assertThat(complete(form -> form.number = wrong).mistake(RequestKind.REPLAY, 12))
                    .as(wrong)
                    .contains("which is 12");
        }
        assertThat(complete(form -> form.reason = "x".repeat(1_001)).mistake(RequestKind.REPLAY, 12))
                .contains("longer than 1,000");
    }

    private static StartForm complete(Consumer<StartForm> typed) {
        StartForm form = StartForm.fresh();
        form.number = "12";
        form.reason = "because";
        typed.accept(form);
        return form;
    }
}
