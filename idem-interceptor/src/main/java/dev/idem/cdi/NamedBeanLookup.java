package dev.idem.cdi;

import dev.idem.key.NamedBeans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the beans that expressions name. */
@ApplicationScoped
class NamedBeanLookup implements NamedBeans {

    @Inject
    BeanManager container;

    @Override
    public Optional<Object> find(String name) {
        Bean<?> bean = container.resolve(container.getBeans(name));
        if (bean == null) {
            return Optional.empty();
        }
        CreationalContext<?> context = container.createCreationalContext(bean);
        return Optional.of(container.getReference(bean, Object.class, context));
    }
}
