package dev.idem.demo.database;

import java.util.Arrays;

/** The databases the demo has migrations for. */
enum Vendor {
    H2("H2", "h2"),
    POSTGRESQL("PostgreSQL", "postgresql"),
    MARIADB("MariaDB", "mariadb");

    private final String productName;
    private final String folder;

    Vendor(String productName, String folder) {
        this.productName = productName;
        this.folder = folder;
    }

    static Vendor of(String productName) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.productName.equals(productName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The demo has no migrations for " + productName + ", only for H2, PostgreSQL and MariaDB."));
    }

    String folder() {
        return folder;
    }
}
