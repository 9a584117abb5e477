package dev.idem.demo.techniques;

import dev.idem.demo.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** All techniques, in the order of the page. */
@ApplicationScoped
public class Techniques {

    private final List<Technique> all;

    /** For the container's proxy. */
    protected Techniques() {
        all = List.of();
    }

    @Inject
    Techniques(
            TokenForm token,
            UniqueBusinessKey unique,
            NaturalIdempotence natural,
            OptimisticVersion optimistic,
            PessimisticLock pessimistic,
            StateMachine machine,
            RecordAndCheck check,
            BusinessJudgement judgement,
            DedupTable table,
            DistributedLock lock,
            GuardedCopy copy) {
        all = List.of(token, unique, natural, optimistic, pessimistic, machine, check, judgement, table, lock, copy);
    }

    List<Technique> all() {
        return all;
    }

    Technique named(String id) {
        return all.stream()
                .filter(technique -> technique.profile().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("technique", id));
    }
}
