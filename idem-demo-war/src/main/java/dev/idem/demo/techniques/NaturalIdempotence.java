package dev.idem.demo.techniques;

import dev.idem.demo.accounts.AccountService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** A call that says what shall be, and not what shall be added. */
@Dependent
class NaturalIdempotence implements Technique {

    private static final Profile PROFILE = new Profile(
            "natural",
            "Natural idempotence",
            "A call that reads, or sets a value instead of changing it, can be repeated as it is: done again, it changes nothing.",
            "Nothing is wrong, so leave Idem away: as its key the account and the balance would even drop a balance that was set, changed and is set again.",
            "",
            "accounts/AccountService.java",
            """
            database.createQuery("update Account a set a.balance = :balance where a.accountId = :id")
            """);

    private static final BigDecimal BALANCE = new BigDecimal("100.00");

    private final AccountService accounts;

    @Inject
    NaturalIdempotence(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        return List.of();
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        accounts.open(subject);
        return Repeated.call(() -> accounts.set(subject, BALANCE).toString());
    }

    @Override
    public long effects(String subject) {
        return accounts.count(subject, BALANCE);
    }
}
