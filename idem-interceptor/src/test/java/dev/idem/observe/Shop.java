package dev.idem.observe;

import dev.idem.engine.Deployment;

/** An application that runs operations. */
final class Shop implements Deployment {

    @Override
    public String application() {
        return "shop";
    }

    @Override
    public boolean runsOperations() {
        return true;
    }
}
