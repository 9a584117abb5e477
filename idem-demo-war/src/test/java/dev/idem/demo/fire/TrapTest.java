package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.fire.Trap.Side;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrapTest {

    private final AtomicInteger strikes = new AtomicInteger();

    @Test
    void closesOnceOnItsPoint() {
        Trap trap = trap(Point.CLAIM);

        assertThat(trap.closesOn("select 1", false)).isFalse();
        assertThat(trap.closesOn("with x insert into idem_record (key_hash)", false))
                .isTrue();
        assertThat(trap.closesOn("with x insert into idem_record (key_hash)", false))
                .isFalse();
    }

    @Test
    void lettersOfTwoBytesAreRead() {
        byte[] sent = "INSERT INTO fire_effect".getBytes(StandardCharsets.UTF_16BE);

        assertThat(trap(Point.EFFECT).closesOn(Point.readable(new String(sent, StandardCharsets.ISO_8859_1)), false))
                .isTrue();
    }

    @Test
    void closesOnTheCommitOfAnEffectOnly() {
        Trap trap = trap(Point.COMMIT);

        assertThat(trap.closesOn("commit", false)).isFalse();
        assertThat(trap.closesOn("commit", true)).isTrue();
    }

    @Test
    void saysWhetherItStruck() throws InterruptedException {
        Trap trap = trap(Point.CLAIM);
        assertThat(trap.closesOn("insert into idem_record", false)).isTrue();

        trap.strike();

        assertThat(trap.hasStruckWithin(1)).isTrue();
        assertThat(strikes).hasValue(1);
    }

    @Test
    void closesNoMoreWhenItsTimeIsOver() throws InterruptedException {
        Trap trap = trap(Point.CLAIM);

        assertThat(trap.hasStruckWithin(1)).isFalse();
        assertThat(trap.closesOn("insert into idem_record", false)).isFalse();
    }

    private Trap trap(Point point) {
        return new Trap(point, Side.BEFORE, strikes::incrementAndGet);
    }
}
