package dev.idem.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.admin.web.FilterForm;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditFormTest {

    @Test
    void nothingTypedIsEveryEntry() {
        AuditForm form = form(Map.of("actor", "  "));

        assertThat(form.filter()).isEqualTo(AuditFilter.ALL);
        assertThat(form.query().text()).isEmpty();
        assertThat(form.drops()).isEmpty();
    }

    @Test
    void daysAreThoseOfUtcAndBothAreIncluded() {
        AuditFilter filter =
                form(Map.of("from", "2026-03-01", "until", "2026-03-01")).filter();

        assertThat(filter.from()).hasValue(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(filter.until()).hasValue(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test
    void eachPartCanBeDropped() {
        AuditForm form = form(Map.of("actor", "alice & bob", "outcome", "DENIED"));

        assertThat(form.filter().outcome()).hasValue(AuditOutcome.DENIED);
        assertThat(form.query().text()).isEqualTo("?actor=alice+%26+bob&outcome=DENIED");
        assertThat(form.drops())
                .containsExactly(
                        new FilterForm.Drop("actor", "alice & bob", "?outcome=DENIED"),
                        new FilterForm.Drop("outcome", "DENIED", "?actor=alice+%26+bob"));
    }

    @Test
    @DisplayName("console check 16: what cannot be read is refused")
    void whatCannotBeReadIsRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("outcome", "gone"),
                Map.of("record", "12"),
                Map.of("from", "yesterday"),
                Map.of("until", "+999999999-12-31"))) {
            assertThatThrownBy(form(wrong)::filter).as("%s", wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static AuditForm form(Map<String, String> parameters) {
        return AuditForm.of(name -> parameters.getOrDefault(name, ""));
    }
}
