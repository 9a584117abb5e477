package dev.idem.demo.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();
    private final ThrowingCallable strike = () -> faults.strike(DemoService.ORDERS);

    @Test
    void nothingHappensUnlessOrdered() {
        assertThatCode(strike).doesNotThrowAnyException();
    }

    @Test
    void failureHappensAsOftenAsOrderedAndNoMore() {
        faults.order(DemoService.ORDERS, new FaultOrder("fail", BigDecimal.valueOf(2)).fault());

        assertThatThrownBy(strike).isInstanceOf(FaultStruck.class);
        assertThatThrownBy(strike).isInstanceOf(FaultStruck.class);
        assertThatCode(strike).doesNotThrowAnyException();
        assertThat(faults.status(DemoService.ORDERS)).isEqualTo(new FaultStatus("orders", "fail", 2, 2));
    }

    @Test
    void otherServicesDoNotSuffer() {
        faults.order(DemoService.COUPONS, new FaultOrder("fail", BigDecimal.valueOf(1)).fault());

        assertThatCode(strike).doesNotThrowAnyException();
    }

    @Test
    void hangEndsWhenAnotherFaultIsOrdered() {
        faults.order(DemoService.ORDERS, new FaultOrder("hang", BigDecimal.valueOf(1)).fault());
        CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> faults.strike(DemoService.ORDERS));
        Awaitility.await().until(() -> faults.status(DemoService.ORDERS).struck() == 1);

        faults.order(DemoService.ORDERS, new FaultOrder("none", null).fault());

        assertThat(hanging).succeedsWithin(Duration.ofSeconds(5));
    }
}
