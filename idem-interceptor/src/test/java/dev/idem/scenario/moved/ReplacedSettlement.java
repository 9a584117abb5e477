package dev.idem.scenario.moved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Not enabled, on purpose. */
@Alternative
@ApplicationScoped
public class ReplacedSettlement extends PlainSettlement {

    @Override
    @dev.idem.IdempotentOperation(name = "settlement.replaced", key = "id")
    public String close(String id) {
        return "replaced " + id;
    }
}
