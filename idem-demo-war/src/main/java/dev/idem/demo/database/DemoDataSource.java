package dev.idem.demo.database;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;

/**
 * The one data source of the application: business data and records of Idem share it, so that one transaction covers
 * both. It is global, so that the operator console beside the demo sees the same records. The settings {@code demo.db.class}, {@code demo.db.url}, {@code demo.db.user} and {@code demo.db.password} are
 * system properties or environment variables; without them it is an H2 database in memory.
 */
@DataSourceDefinition(
        name = DemoDataSource.JNDI_NAME,
        className = "${MPCONFIG=demo.db.class:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=demo.db.url:jdbc:h2:mem:idem-demo;DB_CLOSE_DELAY=-1}",
        user = "${MPCONFIG=demo.db.user:sa}",
        password = "${MPCONFIG=demo.db.password:idem}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 2,
        maxPoolSize = 90)
final class DemoDataSource {

    static final String JNDI_NAME = "java:global/jdbc/idem";

    private DemoDataSource() {}
}
