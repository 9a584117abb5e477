package dev.idem.demo.accounts;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;

/** Takes money off accounts. */
@ApplicationScoped
public class DebitService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    Runs runs;

    /**
     * Debits an account, once for each debit. Technique: pessimistic lock. Who reads the balance holds the row until the
     * end of its transaction, so that nobody spends what another is spending; that two debits are the same one, only
     * Idem knows.
     *
     * @param accountId the account
     * @param debitId the caller's name of the debit
     * @param amount what is taken off
     * @return the account afterwards
     * @throws Refusal when there is no such account, or its balance is short
     */
    @IdempotentOperation(name = "accounts.debit", scope = Scope.GLOBAL)
    public AccountView debit(@IdempotencyKey String accountId, @IdempotencyKey String debitId, BigDecimal amount) {
        return taken(accountId, debitId, amount);
    }

    @Transactional
    public AccountView debitWithoutIdem(String accountId, String debitId, BigDecimal amount) {
        return taken(accountId, debitId, amount);
    }

    private AccountView taken(String accountId, String debitId, BigDecimal amount) {
        runs.note();
        Account account = database.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw Refusal.unknown("account", accountId);
        }
        if (!account.covers(amount)) {
            throw Refusal.conflict("Balance is short", "Account '" + accountId + "' does not cover the debit.");
        }
        account.debit(amount);
        database.persist(new Debit(debitId, accountId, amount));
        database.flush();
        return account.view();
    }

    @Transactional
    public long count(String debitId) {
        return database.createQuery("select count(d) from Debit d where d.debitId = :id", Long.class)
                .setParameter("id", debitId)
                .getSingleResult();
    }
}
