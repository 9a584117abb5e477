package dev.idem.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code idem_derived}, for conditions: which call an edit made of which. */
@Entity(name = "IdemDerived")
@Table(name = "idem_derived")
@Immutable
class DerivedEntity {

    @Id
    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "origin_hash")
    byte[] originHash;

    @SuppressWarnings("NullAway.Init")
    protected DerivedEntity() {}
}
