package dev.idem.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.OnUnknownOutcome;
import dev.idem.model.World.Trouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios 11, 13 to 15, 27, 31, 36, 37, 55, 56, 83, 109, 113 and 114 in every order of their steps. With
 * {@code -Didem.model=wide} more goes wrong within one order.
 */
@ExtendWith(SilentEngine.class)
class ExplorationTest {

    private static final boolean WIDE = System.getProperty("idem.model", "").equals("wide");

    static Stream<Setting> settings() {
        return Stream.concat(narrow(), WIDE ? wide() : Stream.empty());
    }

    private static Stream<Setting> narrow() {
        return Stream.of(
                Settings.oneEffect(),
                Settings.failuresAndPoison(),
                Settings.refusals(),
                Settings.joined(),
                Settings.externalEffect(OnUnknownOutcome.PARK),
                Settings.externalEffect(OnUnknownOutcome.PARK).with(new Trouble(1, 0, 1)),
                Settings.externalDecisions(),
                Settings.runAgain(),
                Settings.runAgain().with(new Trouble(0, 0, 1)),
                scopes());
    }

    private static Stream<Setting> wide() {
        return Stream.of(
                Settings.failuresAndPoison().with(new Trouble(1, 1, 0)),
                Settings.refusals().with(new Trouble(2, 1, 0)),
                Settings.joined().with(new Trouble(2, 1, 0)),
                Settings.externalEffect(OnUnknownOutcome.PARK).with(new Trouble(1, 1, 1)),
                Settings.externalDecisions().with(new Trouble(1, 1, 1)),
                Settings.runAgain().with(new Trouble(0, 1, 1)),
                scopes().with(new Trouble(1, 1, 0)));
    }

    private static Setting scopes() {
        return Settings.scopes(id -> Calls.transactional(id, 0));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void noOrderOfStepsBreaksAPromise(Setting setting) {
        Explorer.Found found = Explorer.explore(setting);

        System.out.println(found);
        assertThat(found.broken()).isEmpty();
        assertThat(found.ends()).isPositive();
    }
}
