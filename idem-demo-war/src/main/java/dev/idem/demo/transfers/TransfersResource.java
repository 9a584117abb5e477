package dev.idem.demo.transfers;

import dev.idem.demo.accounts.AccountService;
import dev.idem.demo.accounts.AccountView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /transfers}: books a transfer; the first one to an account opens it. */
@Path("transfers")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

    private final AccountService accounts;
    private final TransferService transfers;

    @Inject
    public TransfersResource(AccountService accounts, TransferService transfers) {
        this.accounts = accounts;
        this.transfers = transfers;
    }

    @POST
    public AccountView book(NewTransfer transfer) {
        accounts.open(transfer.accountId());
        return transfers.book(transfer.transferId(), transfer.accountId(), transfer.amount());
    }
}
