package dev.idem.demo.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One ordered fault: strikes a number of times, then never again. Safe for all threads. */
final class Fault {

    private static final int LONGEST_HANG_SECONDS = 30;

    private final FaultMode mode;
    private final int times;
    private final AtomicInteger struck = new AtomicInteger();
    private final CountDownLatch lifted = new CountDownLatch(1);

    Fault(FaultMode mode, int times) {
        this.mode = mode;
        this.times = times;
    }

    void strike() {
        if (mode == FaultMode.NONE || struck.getAndUpdate(n -> Math.min(n + 1, times)) >= times) {
            return;
        }
        switch (mode) {
            case FAIL -> throw new FaultStruck();
            case HANG -> hang();
            case HALT -> Runtime.getRuntime().halt(137);
            case NONE -> {}
        }
    }

    void lift() {
        lifted.countDown();
    }

    FaultStatus status(DemoService service) {
        return new FaultStatus(service.lowerCaseName(), mode.lowerCaseName(), times, struck.get());
    }

    private void hang() {
        try {
            boolean early = lifted.await(LONGEST_HANG_SECONDS, TimeUnit.SECONDS);
            System.getLogger(Fault.class.getName())
                    .log(System.Logger.Level.DEBUG, "Hang over, {0}", early ? "lifted" : "timed out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultStruck();
        }
    }
}
