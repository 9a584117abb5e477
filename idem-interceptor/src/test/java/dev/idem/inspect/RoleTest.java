package dev.idem.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.RecordState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @Test
    void eachRoleIncludesTheOneBefore() {
        assertThat(Role.OPERATOR.permissions()).containsAll(Role.VIEWER.permissions());
        assertThat(Role.EDITOR.permissions()).containsAll(Role.OPERATOR.permissions());
        assertThat(Role.ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void editingIsMoreThanReplayingAndPurgingMoreThanBoth() {
        assertThat(Role.OPERATOR.permissions()).contains(Permission.REPLAY).doesNotContain(Permission.EDIT);
        assertThat(Role.EDITOR.permissions()).contains(Permission.EDIT).doesNotContain(Permission.PURGE);
        assertThat(Role.AUDITOR.permissions()).containsExactlyInAnyOrder(Permission.VIEW, Permission.VIEW_AUDIT);
    }

    @Test
    void operatorWithoutRolesMayNothing() {
        Operator nobody = new Operator("nobody", Set.of(), Optional.empty());

        assertThat(Permission.values()).noneMatch(nobody::may);
        assertThat(new Operator("two", Set.of(Role.VIEWER, Role.AUDITOR), Optional.empty()).may(Permission.VIEW_AUDIT))
                .isTrue();
    }

    @Test
    void everyStoredStateHasAName() {
        assertThat(Arrays.stream(KeyState.values()).map(Enum::name))
                .containsAll(Arrays.stream(RecordState.values()).map(Enum::name).toList());
    }

    @Test
    void cursorSurvivesAUrl() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-21T11:39:39.123456Z"), new RecordId("ab".repeat(32)));

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9:._-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "x_y", "2026-11-21T11:39:39Z_", "2026-11-21T11:39:39Z_AB", "now"})
    void anythingElseIsNoCursor(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decisionHasBounds() {
        RecordId id = new RecordId("00".repeat(32));

        assertThatThrownBy(() -> new Decision(id, 1, "short", "why")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(id, 1, "x".repeat(65), "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(id, 1, "x".repeat(16), "y".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
