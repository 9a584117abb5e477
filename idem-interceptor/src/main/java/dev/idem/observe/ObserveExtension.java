package dev.idem.observe;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Adds the beans whose APIs are there. Nobody else names them: without its API none of them is ever loaded. A singleton is
 * no bean that a container has to discover by itself; one that does, such as Payara, is left to it.
 */
public class ObserveExtension implements Extension {

    private static final Logger LOG = System.getLogger(ObserveExtension.class.getName());

    private final Set<Class<?>> discovered = new HashSet<>();

    /** Created by the container. */
    public ObserveExtension() {}

    /** A container may take a bean for usable whose API is absent. */
    void discovered(@Observes @WithAnnotations(Singleton.class) ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        if (usable(bean.getName(), getClass().getClassLoader())) {
            discovered.add(bean);
        } else {
            type.veto();
        }
    }

    /** Tells whether a bean has the API that it needs, if it needs one. */
    static boolean usable(String bean, ClassLoader loader) {
        return Stream.of(OptionalBean.values())
                .filter(optional -> optional.className().equals(bean))
                .allMatch(optional -> loads(loader, optional.api()));
    }

    void add(@Observes AfterTypeDiscovery discovery) {
        present(getClass().getClassLoader())
                .filter(bean -> !discovered.contains(bean))
                .forEach(bean -> discovery.addAnnotatedType(bean, bean.getName()));
    }

    /** The beans whose APIs a class loader sees. */
    static Stream<Class<?>> present(ClassLoader loader) {
        return Stream.of(OptionalBean.values())
                .filter(bean -> loads(loader, bean.api()))
                .map(bean -> bean.load(loader));
    }

    private static boolean loads(ClassLoader loader, String api) {
        try {
            Class.forName(api, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            LOG.log(Level.DEBUG, "{0} is not there: Idem runs without", api);
            return false;
        }
    }

    void check(@Observes AfterDeploymentValidation validation) {
        try {
            ObserveSettings.of(ConfigProvider.getConfig());
        } catch (IllegalArgumentException mistake) {
            validation.addDeploymentProblem(new DeploymentException("IDEM-0054 " + mistake.getMessage(), mistake));
        }
    }
}
