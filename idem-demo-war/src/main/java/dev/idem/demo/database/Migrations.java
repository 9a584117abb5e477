package dev.idem.demo.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of Idem and of the demo up to date at start, before anything looks at them. */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = DemoDataSource.JNDI_NAME)
    @SuppressWarnings("NullAway.Init")
    DataSource dataSource;

    void migrate(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object start)
            throws SQLException {
        String vendor = vendor().folder();
        apply("classpath:dev/idem/db/" + vendor, "idem_schema_history");
        apply("classpath:db/demo/" + vendor, "demo_schema_history");
    }

    private Vendor vendor() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Vendor.of(connection.getMetaData().getDatabaseProductName());
        }
    }

    private void apply(String location, String historyTable) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(location)
                .table(historyTable)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
