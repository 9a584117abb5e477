package dev.idem.scenario.mistakes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the deployment check says about a method. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reported {

    /** Such as {@code IDEM-0007}. */
    String id();

    /** How the message begins. */
    String text();
}
