package dev.idem.demo.techniques;

import dev.idem.demo.accounts.AccountService;
import dev.idem.demo.transfers.TransferService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** A ledger that takes a transfer once. */
@Dependent
class UniqueBusinessKey implements Technique {

    private static final Profile PROFILE = new Profile(
            "unique-key",
            "Unique business key",
            "The table itself refuses a second row with the same business key, here the transfer and its account.",
            "The effect is right, but who repeats gets an error instead of the first answer, and must find out what it means.",
            "transfers.book",
            "transfers/TransferService.java",
            """
            @IdempotentOperation(name = "transfers.book", scope = Scope.GLOBAL)
            public AccountView book(@IdempotencyKey String transferId, @IdempotencyKey String accountId, BigDecimal amount) {
                return booked(transferId, accountId, amount);
            }
            """);

    private static final BigDecimal AMOUNT = new BigDecimal("100.00");

    private final AccountService accounts;
    private final TransferService transfers;

    @Inject
    UniqueBusinessKey(AccountService accounts, TransferService transfers) {
        this.accounts = accounts;
        this.transfers = transfers;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        accounts.open(subject);
        return Repeated.call(() -> transfers.book(subject, subject, AMOUNT).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        accounts.open(subject);
        return Repeated.call(
                () -> transfers.bookWithoutIdem(subject, subject, AMOUNT).toString());
    }

    @Override
    public long effects(String subject) {
        return transfers.count(subject);
    }

    @Override
    public String key(String subject) {
        return subject + ":" + subject;
    }
}
