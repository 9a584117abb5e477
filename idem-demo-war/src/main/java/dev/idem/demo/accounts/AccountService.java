package dev.idem.demo.accounts;

import dev.idem.demo.database.FirstRows;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;

/** Keeps the accounts. */
@ApplicationScoped
public class AccountService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    FirstRows firstRows;

    @Inject
    Runs runs;

    /**
     * Opens an account with nothing on it, unless it is open. To be called outside a transaction.
     *
     * @param accountId its name
     */
    public void open(String accountId) {
        firstRows.see(accountId, new Account(accountId));
    }

    /**
     * Books an amount on an account, in one statement, so that bookings at the same moment add up.
     *
     * @param accountId an account that is open
     * @param amount what is added
     * @return the account afterwards
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView add(String accountId, BigDecimal amount) {
        int booked = database.createQuery(
                        "update Account a set a.balance = a.balance + :amount, a.entries = a.entries + 1"
                                + " where a.accountId = :id")
                .setParameter("amount", amount)
                .setParameter("id", accountId)
                .executeUpdate();
        if (booked == 0) {
            throw Refusal.unknown("account", accountId);
        }
        return view(accountId);
    }

    /**
     * Sets the balance. Technique: natural idempotence. It says what shall be, not what shall be added: done again, it
     * changes nothing, and needs no Idem.
     *
     * @param accountId an account that is open
     * @param balance what shall be on it
     * @return the account afterwards
     */
    @Transactional
    public AccountView set(String accountId, BigDecimal balance) {
        runs.note();
        database.createQuery("update Account a set a.balance = :balance where a.accountId = :id")
                .setParameter("balance", balance)
                .setParameter("id", accountId)
                .executeUpdate();
        return view(accountId);
    }

    @Transactional
    public long count(String accountId, BigDecimal balance) {
        return database.createQuery(
                        "select count(a) from Account a where a.accountId = :id and a.balance = :balance", Long.class)
                .setParameter("id", accountId)
                .setParameter("balance", balance)
                .getSingleResult();
    }

    @Transactional
    public AccountView view(String accountId) {
        Account account = database.find(Account.class, accountId);
        if (account == null) {
            throw Refusal.unknown("account", accountId);
        }
        return account.view();
    }
}
