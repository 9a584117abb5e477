package dev.idem.scenario.listener;

import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A second operation for the same message, with the key that the application's key source reads. */
@ApplicationScoped
public class Points {

    @Inject
    Work work;

    @IdempotentOperation(name = "points.add", onPoison = OnPoison.ACKNOWLEDGE)
    public void add(Event event) {
        work.add("points for " + event.text());
    }
}
