package dev.idem.admin.alerts;

import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends a message that says nothing but that it arrives. */
@ApplicationScoped
public class AlertTest {

    @Inject
    AuditTrail trail;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AlertTest() {}

    /**
     * Sends it, and waits for the answer. It stands in the audit trail.
     *
     * @param operator who; needs {@link Permission#TEST_ALERTS}
     * @return why the receiver did not take it, empty if it did
     * @throws NotPermittedException if the operator may not
     * @throws NotAllowedException if there is no receiver
     */
    public Optional<String> send(Operator operator) {
        if (!operator.may(Permission.TEST_ALERTS)) {
            keep(operator, AuditOutcome.DENIED, "");
            throw new NotPermittedException(Permission.TEST_ALERTS);
        }
        AlertSettings settings = AlertSettings.of(ConfigProvider.getConfig());
        AlertReceiver receiver = settings.receiver()
                .orElseThrow(() -> new NotAllowedException(
                        "there is no receiver: set " + ReceiverSettings.URL + " or " + ReceiverSettings.MAIL));
        Optional<String> error =
                receiver.send(UUID.randomUUID().toString(), AlertMessage.test(Instant.now(), settings.link()));
        keep(operator, error.isEmpty() ? AuditOutcome.SUCCEEDED : AuditOutcome.FAILED, error.orElse(""));
        return error;
    }

    private void keep(Operator operator, AuditOutcome outcome, String detail) {
        trail.keep(AuditEntry.of(
                        UUID.randomUUID().toString(),
                        AuditActor.of(operator),
                        "TEST_ALERT",
                        AuditSubject.of("ALERT", "receiver"),
                        outcome)
                .detailed(detail));
    }
}
