package dev.idem.cdi;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the key source of a parameter type among the beans. */
@ApplicationScoped
class KeySources {

    @Inject
    IdempotencyExtension extension;

    @Inject
    @Any
    Instance<KeySource<?>> beans;

    Optional<KeySource<Object>> forType(Class<?> parameter) {
        return extension.keySources().serving(parameter).map(this::instance);
    }

    @SuppressWarnings("unchecked") // it serves the type of the parameter whose values it gets
    private KeySource<Object> instance(Bean<?> bean) {
        return (KeySource<Object>) beans.handlesStream()
                .filter(handle -> handle.getBean().equals(bean))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(bean + " is no bean of this application"))
                .get();
    }
}
