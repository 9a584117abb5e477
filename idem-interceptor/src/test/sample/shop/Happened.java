package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the business: something happened. */
@Entity
@Table(name = "happened")
public class Happened {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "what")
    String what;

    protected Happened() {}

    Happened(String what) {
        this.what = what;
    }
}
