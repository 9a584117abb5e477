package dev.idem.demo.techniques;

import dev.idem.demo.faults.DemoService;
import dev.idem.demo.faults.Faults;
import dev.idem.demo.points.PointsEvent;
import dev.idem.demo.points.PointsService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;

/** Points that are added once though the first attempt fails. */
@Dependent
class DedupTable implements Technique {

    private static final Profile PROFILE = new Profile(
            "dedup-table",
            "Deduplication table",
            "The record is written in the transaction of the effect: the attempt that fails leaves neither, and the next one runs. This is what Idem is.",
            "One delivery fails and leaves nothing; each of the others adds the points.",
            "points.add",
            "points/PointsService.java",
            """
            @IdempotentOperation(name = "points.add", key = "event.eventId()", scope = Scope.GLOBAL)
            public PointsView add(PointsEvent event) {
                return added(event);
            }
            …
            database.persist(new PointsEntry(event));
            """);

    private final Faults faults;
    private final PointsService points;

    @Inject
    DedupTable(Faults faults, PointsService points) {
        this.faults = faults;
        this.points = points;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Callable<String>> withIdem(String subject) {
        faults.failOnce(DemoService.POINTS);
        return Repeated.call(() -> points.add(five(subject)).toString());
    }

    @Override
    public List<Callable<String>> withoutIdem(String subject) {
        faults.failOnce(DemoService.POINTS);
        return Repeated.call(() -> points.addWithoutIdem(five(subject)).toString());
    }

    @Override
    public long effects(String subject) {
        return points.count(subject);
    }

    private static PointsEvent five(String eventId) {
        return new PointsEvent(eventId, eventId, BigDecimal.valueOf(5));
    }
}
