package dev.idem.persistence;

import dev.idem.engine.PurgeStore;
import dev.idem.engine.PurgeStore.Window;
import dev.idem.engine.Transactions;
import dev.idem.inspect.PurgeLag;
import dev.idem.inspect.StoreInfo;
import dev.idem.inspect.StoreInspection;
import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Asks the database about itself. As safe for many threads as its parts. */
final class JpaStoreInspection implements StoreInspection {

    private final Database database;
    private final PurgeStore purge;
    private final Transacted transacted;

    JpaStoreInspection(Database database, Transactions transactions) {
        this.database = database;
        this.purge = new JpaPurgeStore(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public StoreInfo store() {
        return transacted.wherever(() -> {
            Instant now = purge.now();
            return database.work("", (connection, vendor) -> {
                DatabaseMetaData about = connection.getMetaData();
                return new StoreInfo(about.getDatabaseProductName(), about.getDatabaseProductVersion(), now);
            });
        });
    }

    @Override
    public List<PurgeLag> purge() {
        return transacted.wherever(() -> {
            Window over = new Window(Instant.EPOCH, purge.now());
            return Stream.of(PurgeLag.Kind.values())
                    .map(kind -> lag(kind, over))
                    .toList();
        });
    }

    private PurgeLag lag(PurgeLag.Kind kind, Window over) {
        List<PurgeStore.Row> oldest = purge.find(PurgeStore.Kind.valueOf(kind.name()), over, 1);
        return new PurgeLag(kind, oldest.stream().findFirst().map(PurgeStore.Row::time));
    }
}
