package dev.idem.jms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is configured of JMS messages, read once. Immutable. */
@ApplicationScoped
class JmsSettings {

    private static final List<String> CHANGING =
            List.of("traceparent", "tracestate", "baggage", "b3", "dlqDeliveryFailureCause");

    private final String keyProperty;
    private final boolean messageIdAsKey;
    private final Set<String> notFingerprinted;

    JmsSettings() {
        this(ConfigProvider.getConfig());
    }

    private JmsSettings(Config config) {
        this(
                config.getOptionalValue("idem.jms.key-property", String.class).orElse("Idempotency_Key"),
                config.getOptionalValue("idem.jms.message-id-as-key", Boolean.class)
                        .orElse(false),
                config.getOptionalValues("idem.jms.not-fingerprinted", String.class)
                        .orElse(CHANGING));
    }

    JmsSettings(String keyProperty, boolean messageIdAsKey, List<String> notFingerprinted) {
        this.keyProperty = keyProperty;
        this.messageIdAsKey = messageIdAsKey;
        this.notFingerprinted = Set.copyOf(notFingerprinted);
    }

    /** The property that holds the key. */
    String keyProperty() {
        return keyProperty;
    }

    /** Whether a message without that property has its JMSMessageID as key. */
    boolean messageIdAsKey() {
        return messageIdAsKey;
    }

    /** Whether a property makes messages different. */
    boolean fingerprinted(String property) {
        return !notFingerprinted.contains(property);
    }
}
