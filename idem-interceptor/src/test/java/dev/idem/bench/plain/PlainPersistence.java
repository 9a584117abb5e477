package dev.idem.bench.plain;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.TransactionSettings;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jboss.weld.injection.spi.helpers.SimpleResourceReference;

/** Idem's own persistence unit; its entity manager is the session of the thread's transaction. */
final class PlainPersistence implements JpaInjectionServices {

    private final EntityManagerFactory factory;
    private final EntityManager current;

    PlainPersistence(DataSource database) {
        factory = Persistence.createEntityManagerFactory(
                "idem",
                Map.of(JdbcSettings.JAKARTA_JTA_DATASOURCE, database, TransactionSettings.JTA_PLATFORM, "JBossTS"));
        SessionFactory sessions = factory.unwrap(SessionFactory.class);
        current = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(sessions.getCurrentSession(), args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(InjectionPoint point) {
        return () -> new SimpleResourceReference<>(current);
    }

    @Override
    public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(InjectionPoint point) {
        return () -> new SimpleResourceReference<>(factory);
    }

    @Override
    public void cleanup() {
        factory.close();
    }
}
