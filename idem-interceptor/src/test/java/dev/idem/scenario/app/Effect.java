package dev.idem.scenario.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row for each time a body had its effect: nothing in the table keeps a second one out. */
@Entity
@Table(name = "effect")
public class Effect {

    @Id
    String id;

    @Column(name = "name")
    String name;

    @Column(name = "once_only", unique = true)
    String onceOnly;

    /** For JPA. */
    public Effect() {}

    Effect(String name, String onceOnly) {
        this.id = UUID.randomUUID().toString();
        this.name = name;
        this.onceOnly = onceOnly;
    }
}
