package dev.idem.readme;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

// snippet
@DataSourceDefinition(
        name = "java:app/jdbc/idem", // the default of idem.datasource
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=shop.db.url:jdbc:postgresql://localhost/shop}",
        user = "${MPCONFIG=shop.db.user:shop}",
        password = "${MPCONFIG=shop.db.password:shop}",
        maxPoolSize = 20)
@ApplicationScoped
public class ShopDataSource {}
// end
