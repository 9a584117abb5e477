package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.RequestOutcome;
import dev.idem.engine.RecordKey;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RequestLine;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.SecuredResource;
import dev.idem.scenario.app.SecuredSession;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators replay of operations that not everybody may call: the worker is the clerk and teller "replay". */
public abstract class SecuredReplayScenarios extends TenantScenarios {

    @Inject
    SecuredSession secured;

    @Inject
    SecuredResource securedResource;

    @Inject
    AuditTrail trail;

    @Test
    @DisplayName("scenario 83: a secured session bean is replayed as idem.replay.run-as, by the container's own check")
    void securedSessionBeanIsReplayed() {
        parkSecured("secured.session");
        assertThatThrownBy(() -> secured.buy(id)).as("nobody").isInstanceOf(EJBAccessException.class);

        RequestLine done = done(actions.replay(EVE, decide("secured.session")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(done.detail()).contains("completed; called as replay");
        assertThat(replayed.runs(id)).containsExactly("replay, clerk true");
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(trail.entries(AuditFilter.ALL, OptionalLong.empty(), 50).stream()
                        .map(AuditRecord::entry))
                .filteredOn(entry -> entry.subject()
                        .id()
                        .equals(detail("secured.session").line().id().hex()))
                .first()
                .extracting(AuditEntry::detail)
                .asString()
                .contains("request " + done.id() + " ended: SUCCEEDED, called as replay");
    }

    @Test
    @DisplayName("scenario 83: the caller of a replay is gone with it: what is open to everybody is called by nobody")
    void callerEndsWithTheReplay() {
        for (int i = 0; i < 3; i++) {
            parkSecured("secured.session");
            park("secured.open", () -> secured.open(id));
            done(actions.replay(EVE, decide("secured.session")));

            RequestLine open = done(actions.replay(EVE, decide("secured.open")));

            assertThat(open.detail()).contains("completed");
            assertThat(replayed.runs(id))
                    .hasSize(2 * (i + 1))
                    .last()
                    .asString()
                    .doesNotContain("replay")
                    .contains("clerk false");
            effects.run("delete from idem_record where idem_key = ?", id);
        }
    }

    @Test
    @DisplayName("scenario 83: a secured resource is replayed if the configured roles are among those allowed")
    void securedResourceIsReplayed() {
        park("secured.rest", () -> securedResource.submit(Order.of(id)));

        RequestLine done = done(actions.replay(EVE, decide("secured.rest")));

        assertThat(done.outcome()).as("%s", done.detail()).contains(RequestOutcome.SUCCEEDED);
        assertThat(replayed.runs(id)).containsExactly("replay");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 83: roles that are not configured are not played, and the catalogue says so")
    void otherRolesAreNotPlayed() {
        assertThat(operation("secured.audited").notReplayable().orElseThrow())
                .contains("needs idem.replay.run-as with one of the roles auditor, manager");
        assertThat(operation("secured.closed").notReplayable().orElseThrow()).contains("@DenyAll");
        parkSecured("secured.audited");

        assertThatThrownBy(() -> actions.replay(EVE, decide("secured.audited")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("one of the roles auditor, manager");
    }

    /** A caller whom the container let in, and whose call failed. */
    private void parkSecured(String operation) {
        park("secured.open", () -> secured.open(id));
        String scope = detail("secured.open").line().scope();
        effects.move("secured.open", RecordKey.of("scenarios", operation, scope, id));
    }
}
