package dev.idem.scenario.moved;

import dev.idem.IdempotentOperation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Fails twice; the third attempt succeeds. */
@ApplicationScoped
public class Settlement extends PlainSettlement {

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    private final List<Object> transactions = new CopyOnWriteArrayList<>();

    @Retry(maxRetries = 2, delay = 1, jitter = 0)
    @IdempotentOperation(name = "settlement.settle", key = "id")
    public String settle(String id) {
        transactions.add(registry.getTransactionKey());
        if (transactions.size() < 3) {
            throw new IllegalStateException("not yet");
        }
        return "settled " + id;
    }

    String state() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(a.id), max(cast(r.result as varchar)) from idem_record r"
                                + " left join idem_attempt a on a.key_hash = r.key_hash");
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return "runs: " + transactions.size() + ", transactions: "
                    + Set.copyOf(transactions).size() + ", failed attempts: " + rows.getInt(1)
                    + stored(rows.getString(2));
        }
    }

    /** What the application's own cipher made of the result. */
    private static String stored(String result) {
        return ", stored: " + result.substring(0, "idem:2:".length()) + ", in plain: " + result.contains("settled");
    }
}
