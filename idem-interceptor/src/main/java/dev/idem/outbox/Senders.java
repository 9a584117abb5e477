package dev.idem.outbox;

import dev.idem.spi.OutboxSender;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The senders of this application, by name. */
@ApplicationScoped
class Senders {

    @Inject
    @Any
    Instance<OutboxSender> beans;

    private final Map<String, OutboxSender> byName = new TreeMap<>();
    private Optional<String> byDefault = Optional.empty();

    @PostConstruct
    void collect() {
        for (OutboxSender sender : beans) {
            if (sender.enabled()) {
                OutboxSender other = byName.put(sender.name(), sender);
                if (other != null) {
                    throw new IllegalStateException("two outbox senders have the name " + sender.name());
                }
            }
        }
        byDefault = OutboxSettings.of(ConfigProvider.getConfig()).sender();
    }

    Collection<OutboxSender> all() {
        return byName.values();
    }

    /**
     * Whom a message is for.
     *
     * @param chosen the name it says, if any
     * @return a name that is there
     */
    String nameFor(Optional<String> chosen) {
        Optional<String> name = chosen.or(() -> byDefault);
        if (name.isEmpty() && byName.size() == 1) {
            return byName.keySet().iterator().next();
        }
        return name.filter(byName::containsKey)
                .orElseThrow(() -> new IllegalStateException("IDEM-0506 there is no outbox sender "
                        + name.orElse("by default") + ", there are " + byName.keySet()
                        + ": bring an OutboxSender, set idem.outbox.jms.connection-factory, or choose one by"
                        + " withSender or idem.outbox.sender"));
    }
}
