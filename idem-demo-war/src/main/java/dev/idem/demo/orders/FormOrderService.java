package dev.idem.demo.orders;

import dev.idem.IdempotencyTokens;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Scope;
import dev.idem.demo.runs.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes orders from forms, which know no order number: the token is what tells two clicks from two orders. */
@ApplicationScoped
public class FormOrderService {

    static final String BY_HEADER = "orders.form";
    private static final String BY_FIELD = "orders.form-field";

    @Inject
    OrderService orders;

    @Inject
    IdempotencyTokens tokens;

    @Inject
    Runs runs;

    /** Hands out a token for one order by {@code POST /orders/form}. */
    String tokenForHeader() {
        return tokens.issue(BY_HEADER, "order form").token();
    }

    /**
     * Hands out a token for one form of a page.
     *
     * @return what the form carries in a hidden field
     */
    public String tokenForField() {
        return tokens.issue(BY_FIELD, "order page").token();
    }

    /**
     * Takes an order from the form of a page. Technique: one-time token, in a field.
     *
     * @param token what the form carries
     * @param form what was typed
     * @return the order, under the name that it got
     */
    @IdempotentOperation(name = BY_FIELD, keyType = KeyType.TOKEN, key = "token", scope = Scope.GLOBAL)
    public SubmittedOrder submit(String token, FormOrder form) {
        return add(form);
    }

    @Transactional
    public SubmittedOrder submitWithoutIdem(FormOrder form) {
        return add(form);
    }

    /** Adds an order in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SubmittedOrder add(FormOrder form) {
        runs.note();
        String orderId = UUID.randomUUID().toString();
        orders.add(new NewOrder(orderId, form.userId(), form.amount()));
        return new SubmittedOrder(orderId, OrderStatus.PENDING_PAYMENT.name());
    }
}
