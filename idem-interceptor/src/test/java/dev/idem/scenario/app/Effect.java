package dev.idem.scenario.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row for each time a body had its effect: nothing in the table keeps a second one out. */
@Entity
@Table(name = "effect")
public class Effect {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "name")
    String name;

    @Column(name = "once_only", unique = true)
    String onceOnly;

    /** For JPA. */
    public Effect() {}

    Effect(String name, String onceOnly) {
        this.name = name;
        this.onceOnly = onceOnly;
    }
}
