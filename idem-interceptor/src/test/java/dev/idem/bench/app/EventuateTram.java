package dev.idem.bench.app;

import io.eventuate.common.jdbc.EventuateSchema;
import io.eventuate.common.spring.jdbc.EventuateSpringJdbcStatementExecutor;
import io.eventuate.common.spring.jdbc.EventuateSpringTransactionTemplate;
import io.eventuate.tram.consumer.jdbc.SqlTableBasedDuplicateMessageDetector;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Eventuate Tram's duplicate detection in the business transaction. */
@Named("Eventuate Tram")
@ApplicationScoped
public class EventuateTram implements Contender {

    /** It tells of every duplicate. */
    private static final Logger TALK = Logger.getLogger("io.eventuate");

    /** As its PostgreSQL dialect has it. */
    private static final String NOW = "(ROUND(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000))";

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @SuppressWarnings("NullAway.Init")
    private SqlTableBasedDuplicateMessageDetector detector;

    @PostConstruct
    void start() {
        TALK.setLevel(Level.WARNING);
        JtaTransactionManager jta = new JtaTransactionManager(transacted.transaction());
        jta.afterPropertiesSet();
        detector = new SqlTableBasedDuplicateMessageDetector(
                new EventuateSchema(EventuateSchema.EMPTY_SCHEMA),
                NOW,
                new EventuateSpringJdbcStatementExecutor(new JdbcTemplate(transacted.database())),
                new EventuateSpringTransactionTemplate(new TransactionTemplate(jta)));
    }

    /** A duplicate is a failed INSERT here, after which PostgreSQL only rolls back. */
    @Override
    public void note(Order order) throws Exception {
        try {
            transacted.run(() -> {
                if (detector.isDuplicate("bench", order.id())) {
                    throw new Seen();
                }
                effects.add(order);
                return true;
            });
        } catch (Seen seen) {
            // its effect is there
        }
    }

    private static final class Seen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Seen() {
            super(null, null, false, false);
        }
    }
}
