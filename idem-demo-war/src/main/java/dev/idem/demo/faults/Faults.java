package dev.idem.demo.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The faults ordered on this node; they live in memory and end with it. */
@ApplicationScoped
public class Faults {

    private final ConcurrentMap<DemoService, Fault> ordered = new ConcurrentHashMap<>();

    /**
     * Lets the ordered fault happen, if any: a service calls it after its writes and before its transaction commits.
     *
     * @param service the service that calls
     */
    public void strike(DemoService service) {
        Fault fault = ordered.get(service);
        if (fault != null) {
            fault.strike();
        }
    }

    /**
     * Orders that the next operation of a service fails.
     *
     * @param service the service
     */
    public void failOnce(DemoService service) {
        order(service, new Fault(FaultMode.FAIL, 1));
    }

    FaultStatus order(DemoService service, Fault fault) {
        Fault before = ordered.put(service, fault);
        if (before != null) {
            before.lift();
        }
        return fault.status(service);
    }

    FaultStatus status(DemoService service) {
        return ordered.getOrDefault(service, new Fault(FaultMode.NONE, 1)).status(service);
    }
}
