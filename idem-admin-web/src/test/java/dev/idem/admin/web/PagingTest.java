package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.Cursor;
import dev.idem.inspect.RecordId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final Query FILTER = Query.EMPTY.with("state", "POISON");

    @Test
    void theFirstPageHasNoneBeforeIt() {
        assertThat(Paging.of("", List.of()).newer(FILTER)).isEmpty();
        assertThat(Paging.of("", List.of()).cursor()).isEmpty();
    }

    @Test
    void olderAndNewerAreTheSameWay() {
        Paging second = Paging.of(cursor(2).text(), List.of());
        Paging third = Paging.of(cursor(3).text(), List.of(cursor(2).text()));

        assertThat(Paging.of("", List.of()).older(FILTER, cursor(2).text()))
                .isEqualTo(FILTER.with("after", cursor(2).text()));
        assertThat(second.newer(FILTER)).hasValue(FILTER);
        assertThat(second.older(FILTER, cursor(3).text()))
                .isEqualTo(FILTER.with("after", cursor(3).text())
                        .with("back", cursor(2).text()));
        assertThat(third.newer(FILTER)).hasValue(FILTER.with("after", cursor(2).text()));
    }

    @Test
    @DisplayName("console check 18: what is no cursor is refused")
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> Paging.of("x", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Paging.of("", List.of("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Paging.of("", Collections.nCopies(16, cursor(1).text())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWayBackIsBounded() {
        List<String> longest = Collections.nCopies(15, cursor(1).text());

        String older = Paging.of(cursor(2).text(), longest)
                .older(FILTER, cursor(3).text())
                .text();

        assertThat(older.split("back=", -1)).hasSize(16);
        assertThat(older)
                .endsWith(
                        "back=" + Query.EMPTY.with("x", cursor(2).text()).text().substring(3));
    }

    @Test
    @DisplayName("console check 18: a huge page is cut to the longest")
    void aPageIsNeverLongerThanTheLongest() {
        assertThat(Paging.size("")).isEqualTo(25);
        assertThat(Paging.size("30")).isEqualTo(50);
        assertThat(Paging.size("-1")).isEqualTo(25);
        assertThat(Paging.size("999999999")).isEqualTo(100);
        assertThatThrownBy(() -> Paging.size("many")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Cursor cursor(int n) {
        return new Cursor(
                Instant.ofEpochSecond(n), new RecordId(Integer.toString(n).repeat(64)));
    }
}
