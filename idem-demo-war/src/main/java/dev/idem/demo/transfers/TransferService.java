package dev.idem.demo.transfers;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import dev.idem.demo.accounts.AccountService;
import dev.idem.demo.accounts.AccountView;
import dev.idem.demo.database.UniqueKey;
import dev.idem.demo.http.Refusal;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;

/** Books transfers. */
@ApplicationScoped
public class TransferService {

    @PersistenceContext(unitName = "demo")
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    AccountService accounts;

    @Inject
    Runs runs;

    /**
     * Books a transfer. Technique: unique business key. The ledger takes a transfer once, whoever books it; with Idem the
     * second caller gets the first one's answer instead of an error.
     *
     * @param transferId the caller's name of the transfer
     * @param accountId an account that is open
     * @param amount what is added
     * @return the account afterwards
     * @throws Refusal when the ledger has the transfer, and Idem has forgotten it
     */
    @IdempotentOperation(name = "transfers.book", scope = Scope.GLOBAL)
    public AccountView book(@IdempotencyKey String transferId, @IdempotencyKey String accountId, BigDecimal amount) {
        return booked(transferId, accountId, amount);
    }

    @Transactional
    public AccountView bookWithoutIdem(String transferId, String accountId, BigDecimal amount) {
        return booked(transferId, accountId, amount);
    }

    private AccountView booked(String transferId, String accountId, BigDecimal amount) {
        runs.note();
        add(new Transfer(transferId, accountId, amount), transferId);
        return accounts.add(accountId, amount);
    }

    private void add(Transfer transfer, String transferId) {
        try {
            database.persist(transfer);
            database.flush();
        } catch (PersistenceException e) {
            if (UniqueKey.violated(e)) {
                throw Refusal.conflict("Transfer exists", "Transfer '" + transferId + "' is in the ledger.");
            }
            throw e;
        }
    }

    @Transactional
    public long count(String transferId) {
        return database.createQuery("select count(t) from Transfer t where t.transferId = :id", Long.class)
                .setParameter("id", transferId)
                .getSingleResult();
    }
}
