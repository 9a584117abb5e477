package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Moves.Move;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MovesTest {

    /** Move → for each state, in their order, where it leads; "-" where it is illegal; "x→" only once expired. */
    private static final String TABLE = """
            move     IN_PROGRESS      COMPLETED     REFUSED       FAILED       POISON     OUTCOME_UNKNOWN  DISMISSED
            CLAIM    -                x:COMPLETED   x:COMPLETED   COMPLETED    -          -                -
            START    -                x:IN_PROGRESS x:IN_PROGRESS IN_PROGRESS  -          -                -
            REFUSE   -                x:REFUSED     x:REFUSED     REFUSED      -          -                -
            PARK     -                x:POISON      x:POISON      POISON       -          -                -
            AGAIN    -                -             -             -            -          IN_PROGRESS      -
            RERUN    -                -             -             -            IN_PROGRESS IN_PROGRESS     -
            FINISH   COMPLETED        -             -             -            -          COMPLETED        -
            REFUSE_EFFECT REFUSED     -             -             -            -          REFUSED          -
            FAIL     FAILED           -             -             -            -          -                -
            LOSE     OUTCOME_UNKNOWN  -             -             -            -          -                -
            REPARK   POISON           -             -             -            -          -                -
            GIVE_UP  -                -             -             -            -          POISON           -
            REPLAY   -                -             -             -            COMPLETED  COMPLETED        -
            REFUSE_REPLAY -           -             -             -            REFUSED    REFUSED          -
            CONFIRM  -                -             -             -            COMPLETED  COMPLETED        -
            DISMISS  -                -             -             -            DISMISSED  -                -
            RESTORE  -                -             -             -            -          -                POISON
            RELEASE  -                -             -             -            FAILED     FAILED           -
            EXPIRE   -                COMPLETED     REFUSED       -            -          -                -
            EXTEND   -                COMPLETED     REFUSED       -            -          -                -
            """;

    @Test
    @DisplayName("scenario 115: the whole table of moves; what is parked or unknown never expires")
    void theWholeTable() {
        Map<Move, String[]> rows = rows();

        assertThat(rows.keySet()).containsExactly(Move.values());
        rows.forEach((move, cells) -> {
            for (RecordState state : RecordState.values()) {
                String cell = cells[1 + state.ordinal()];
                assertThat(move.from(state, false))
                        .as("%s from %s", move, state)
                        .isEqualTo(expected(cell, false));
                assertThat(move.from(state, true))
                        .as("%s from expired %s", move, state)
                        .isEqualTo(expected(cell, true));
            }
        });
    }

    @Test
    void startsAreTheRowsOfTheTable() {
        rows().forEach((move, cells) -> assertThat(move.starts())
                .as("%s", move)
                .containsExactlyInAnyOrder(Arrays.stream(RecordState.values())
                        .filter(state -> !cells[1 + state.ordinal()].equals("-"))
                        .toArray(RecordState[]::new)));
    }

    private static Map<Move, String[]> rows() {
        Map<Move, String[]> rows = new EnumMap<>(Move.class);
        TABLE.lines().skip(1).map(line -> line.split(" +")).forEach(cells -> rows.put(Move.valueOf(cells[0]), cells));
        assertThat(TABLE.lines().findFirst().orElseThrow().split(" +"))
                .endsWith(Arrays.stream(RecordState.values()).map(Enum::name).toArray(String[]::new));
        return rows;
    }

    private static Optional<RecordState> expected(String cell, boolean expired) {
        if (cell.equals("-") || (cell.startsWith("x:") && !expired)) {
            return Optional.empty();
        }
        return Optional.of(RecordState.valueOf(cell.replace("x:", "")));
    }
}
