package dev.idem.demo.faults;

import dev.idem.demo.http.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** The services that can be made to fail. */
public enum DemoService {
    ORDERS,
    PAYMENTS,
    COUPONS,
    POINTS,
    CLOSINGS;

    static DemoService named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.lowerCaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("service", name));
    }

    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
