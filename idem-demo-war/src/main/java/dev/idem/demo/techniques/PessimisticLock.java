package dev.idem.demo.techniques;

import dev.idem.demo.accounts.AccountService;
import dev.idem.demo.accounts.DebitService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** An account that is held while it is debited. */
@Dependent
class PessimisticLock implements Technique {

    private static final Profile PROFILE = new Profile(
            "pessimistic",
            "Pessimistic lock",
            "Who reads the balance holds the row (SELECT … FOR UPDATE) until its transaction ends, so that nobody spends what another is spending.",
            "The lock makes duplicates stand in line, and then debits the account for each of them.",
            "accounts.debit",
            "accounts/DebitService.java",
            """
            @IdempotentOperation(name = "accounts.debit", scope = Scope.GLOBAL)
            public AccountView debit(@IdempotencyKey String accountId, @IdempotencyKey String debitId, BigDecimal amount) {
                return taken(accountId, debitId, amount);
            }
            …
            Account account = database.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
            """);

    private static final BigDecimal FUNDS = new BigDecimal("1000.00");
    private static final BigDecimal AMOUNT = new BigDecimal("100.00");

    private final AccountService accounts;
    private final DebitService debits;

    @Inject
    PessimisticLock(AccountService accounts, DebitService debits) {
        this.accounts = accounts;
        this.debits = debits;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        fund(subject);
        return Repeated.call(() -> debits.debit(subject, subject, AMOUNT).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        fund(subject);
        return Repeated.call(
                () -> debits.debitWithoutIdem(subject, subject, AMOUNT).toString());
    }

    @Override
    public long effects(String subject) {
        return debits.count(subject);
    }

    @Override
    public String key(String subject) {
        return subject + ":" + subject;
    }

    private void fund(String accountId) {
        accounts.open(accountId);
        accounts.set(accountId, FUNDS);
    }
}
