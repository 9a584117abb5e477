package dev.idem.bench.plain;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionManagerImple;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.internal.jta.transaction.arjunacore.UserTransactionImple;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;

/** Narayana, and a pool whose connections take part in its transactions. */
final class PlainTransactions {

    private static final Duration LOAN = Duration.ofSeconds(60);

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final UserTransaction user;

    /** Without a time limit, as on Payara by default, and without a recovery: there is one resource. */
    PlainTransactions() {
        arjPropertyManager.getCoordinatorEnvironmentBean().setDefaultTimeout(0);
        arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
        manager = new TransactionManagerImple();
        registry = new TransactionSynchronizationRegistryImple();
        user = new UserTransactionImple();
        jtaPropertyManager.getJTAEnvironmentBean().setTransactionManager(manager);
    }

    TransactionManager manager() {
        return manager;
    }

    TransactionSynchronizationRegistry registry() {
        return registry;
    }

    UserTransaction user() {
        return user;
    }

    /** As {@code bench/web.xml} has it. */
    AgroalDataSource pool(String url, String name, String password, int size) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.initialSize(size)
                        .minSize(size)
                        .maxSize(size)
                        .acquisitionTimeout(LOAN)
                        .transactionIntegration(new NarayanaTransactionIntegration(manager, registry))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(name))
                                .credential(new SimplePassword(password))
                                .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED))));
    }
}
