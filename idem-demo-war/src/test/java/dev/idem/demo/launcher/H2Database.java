package dev.idem.demo.launcher;

import java.nio.file.Path;

/** An H2 file, opened by Payara Micro itself; written through at every commit, so that it survives a kill. */
record H2Database(Path folder) implements DemoDatabase {

    @Override
    public DatabaseSettings settings() {
        String file = folder.resolve("h2").resolve("idem").toAbsolutePath().toString();
        return new DatabaseSettings(
                "org.h2.jdbcx.JdbcDataSource", "jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sa", "idem");
    }

    @Override
    public void close() {}
}
