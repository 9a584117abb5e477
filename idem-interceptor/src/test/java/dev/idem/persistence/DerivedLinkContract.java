package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.RecordKey;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RequestLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long it is remembered which call an edit made, on each database. */
abstract class DerivedLinkContract extends DerivedCallContract {

    @Test
    @DisplayName("what ran is remembered for as long as the edited call is there: the same edit never runs twice")
    void sameEditNeverRunsTwice() {
        RecordKey key = poison(WITH_CARD);
        RequestLine asked = actions().replayAsNew(EDITOR, decide(key, 1), EDITED);
        finishAll();
        RecordKey made = keyOf(inspection().key(asked.record()).orElseThrow());
        set(made, "state = 'COMPLETED', expires_at = changed_at");

        assertThat(derived().of(asked.record()).orElseThrow().state()).isEqualTo(KeyState.EXPIRED);
        refusedAsDone(key);
        purge(Kind.RECORDS);
        assertThat(inspection().key(asked.record())).isEmpty();
        assertThat(derived().from(id(key))).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(KeyState.EXPIRED);
            assertThat(call.key()).isEqualTo(made.key());
        });
        refusedAsDone(key);
        set(key, "state = 'COMPLETED', expires_at = changed_at");
        purge(Kind.RECORDS);
        assertThat(count("idem_derived", made)).as("gone with both").isZero();
    }

    private void refusedAsDone(RecordKey key) {
        assertThatThrownBy(() -> actions().replayAsNew(ADMIN, decide(key, 2), EDITED))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("the same edit ran before and its record is gone")
                .hasMessageContaining("dismiss this call");
        assertThat(detail(key).line().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("the link outlives the edited call while what was made of it waits, for a worker needs its key")
    void linkStaysWhileItIsNeeded() {
        RecordKey key = poison(WITH_CARD);
        RequestLine asked = actions().replayAsNew(EDITOR, decide(key, 1), EDITED);
        finishAll();
        RecordKey made = keyOf(inspection().key(asked.record()).orElseThrow());
        set(key, "state = 'COMPLETED', expires_at = changed_at");
        purge(Kind.RECORDS);

        assertThat(recorded(key)).isFalse();
        assertThat(derived().of(id(made)).orElseThrow().originState()).isEqualTo(KeyState.EXPIRED);
        assertThat(read(queue -> queue.record(made.hash())).orElseThrow().keyOfArguments())
                .isEqualTo(key);
        set(made, "state = 'COMPLETED', expires_at = changed_at");
        purge(Kind.RECORDS);
        assertThat(count("idem_derived", made)).isZero();
    }

    @Test
    @DisplayName("both may go at once, and an administrator's purge forgets no edit of a call that is still there")
    void linkGoesWithBoth() {
        RecordKey key = poison(WITH_CARD);
        RequestLine asked = actions().replayAsNew(EDITOR, decide(key, 1), EDITED);
        finishAll();
        RecordKey made = keyOf(inspection().key(asked.record()).orElseThrow());
        actions().purge(ADMIN, decide(made, 1));
        assertThat(count("idem_derived", made)).isOne();
        refusedAsDone(key);
        actions().purge(ADMIN, decide(key, 2));
        assertThat(count("idem_derived", made)).isZero();
        RecordKey second = poison(WITH_CARD);
        RequestLine other = actions().replayAsNew(EDITOR, decide(second, 1), EDITED);
        finishAll();
        RecordKey both = keyOf(inspection().key(other.record()).orElseThrow());
        set(second, "state = 'COMPLETED', expires_at = changed_at");
        set(both, "state = 'COMPLETED', expires_at = changed_at");
        purge(Kind.RECORDS);
        assertThat(count("idem_derived", both)).isZero();
    }
}
