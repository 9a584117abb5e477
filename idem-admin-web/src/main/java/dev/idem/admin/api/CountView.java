package dev.idem.admin.api;

import dev.idem.inspect.Count;

/** How many, counted to 10,000; more says whether there are more. */
public record CountView(long number, boolean more) {

    static CountView of(Count count) {
        return new CountView(count.number(), count.more());
    }
}
