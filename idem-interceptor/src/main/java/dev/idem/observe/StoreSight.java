package dev.idem.observe;

/** Shows what there is to be seen of the store, at once. Used by many threads. */
interface StoreSight {

    StoreView view();
}
