package dev.idem.refusal;

import java.lang.reflect.Type;

/** What one parameter of an exception's constructor is made of. */
sealed interface Part {

    /** How much of the exception it carries. */
    default int weight() {
        return 1;
    }

    /** The message. */
    record Message() implements Part {}

    /** A cause, which is not kept: null. */
    record NoCause() implements Part {

        @Override
        public int weight() {
            return 0;
        }
    }

    /**
     * A property of the exception.
     *
     * @param name its name
     * @param property reads it
     * @param type its type, as the constructor declares it
     */
    record Detail(String name, Property property, Type type) implements Part {}
}
