package dev.idem.demo.techniques;

import dev.idem.demo.orders.FormOrder;
import dev.idem.demo.orders.FormOrderService;
import dev.idem.demo.orders.OrderService;
import dev.idem.demo.orders.SubmittedOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** A form that is sent again and again. */
@Dependent
class TokenForm implements Technique {

    private static final Profile PROFILE = new Profile(
            "token",
            "One-time token",
            "The page gets a token from the server and sends it back with the form, so that two clicks are one order and two orders are two.",
            "Nothing tells a double click from a second order: every click is an order.",
            "orders.form-field",
            "orders/FormOrderService.java",
            """
            @IdempotentOperation(name = BY_FIELD, keyType = KeyType.TOKEN, key = "token", scope = Scope.GLOBAL)
            public SubmittedOrder submit(String token, FormOrder form) {
                return add(form);
            }
            """);

    private final FormOrderService forms;
    private final OrderService orders;

    @Inject
    TokenForm(FormOrderService forms, OrderService orders) {
        this.forms = forms;
        this.orders = orders;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        String token = forms.tokenForField();
        return Repeated.call(() -> shown(forms.submit(token, form(subject))));
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        return Repeated.call(() -> shown(forms.submitWithoutIdem(form(subject))));
    }

    @Override
    public long effects(String subject) {
        return orders.viewAllOf(subject).size();
    }

    /** The key is a digest of the token. */
    @Override
    public String key(String subject) {
        return "";
    }

    private static FormOrder form(String userId) {
        return new FormOrder(userId, BigDecimal.TEN);
    }

    private static String shown(SubmittedOrder order) {
        return "order " + order.orderId().substring(0, 8);
    }
}
