package dev.idem.demo.accounts;

import dev.idem.demo.http.Fields;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /accounts/{accountId}}: shows an account, sets its balance, debits it. */
@Path("accounts/{accountId}")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final AccountService accounts;
    private final DebitService debits;

    @Inject
    public AccountsResource(AccountService accounts, DebitService debits) {
        this.accounts = accounts;
        this.debits = debits;
    }

    @GET
    public AccountView view(@PathParam("accountId") String accountId) {
        return accounts.view(accountId);
    }

    @PUT
    @Path("balance")
    public AccountView set(@PathParam("accountId") String accountId, NewBalance balance) {
        accounts.open(Fields.text("accountId", accountId));
        return accounts.set(accountId, balance.balance());
    }

    @POST
    @Path("debits")
    public AccountView debit(@PathParam("accountId") String accountId, NewDebit debit) {
        return debits.debit(Fields.text("accountId", accountId), debit.debitId(), debit.amount());
    }
}
