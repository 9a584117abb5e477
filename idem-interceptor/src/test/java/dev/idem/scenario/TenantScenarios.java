package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.InvalidKeyException;
import dev.idem.InvalidTokenException;
import dev.idem.IssuedToken;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.TenantShop;
import dev.idem.scenario.app.Tenants;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with tenants: it brings a {@link dev.idem.spi.ScopeSource}. */
public abstract class TenantScenarios extends TokenScenarios {

    @Inject
    Tenants tenants;

    @Inject
    TenantShop ofTenants;

    @Test
    @DisplayName("scenario 91: one key of two tenants is two, each with its effect once")
    void oneKeyOfTwoTenantsIsTwo() {
        for (String tenant : new String[] {"acme", "Acme", "acme"}) {
            tenants.during(tenant, () -> ofTenants.order(id));
        }
        ofTenants.order(id);
        ofTenants.order(id);

        assertThat(effects.count(id)).isEqualTo(3);
    }

    @Test
    @DisplayName("scenario 91: a token is of no use to another tenant")
    void tokenIsOfNoUseToAnotherTenant() {
        IssuedToken[] token = new IssuedToken[1];
        tenants.during("acme", () -> token[0] = issue("token.buy"));

        assertThatThrownBy(() -> byToken.buy(token[0].token(), Order.of(id))).isInstanceOf(InvalidTokenException.class);

        tenants.during("acme", () -> byToken.buy(token[0].token(), Order.of(id)));
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void whatIsNoTenantIsRefused() {
        tenants.during("a/b", () -> assertThatThrownBy(() -> ofTenants.order(id))
                .isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("ScopeSource"));

        assertThat(effects.count(id)).isZero();
    }
}
