package dev.idem.observe;

/** A store that looks as a test wants. */
final class OneStore implements StoreSight {

    StoreView view;

    OneStore(StoreView view) {
        this.view = view;
    }

    @Override
    public StoreView view() {
        return view;
    }
}
