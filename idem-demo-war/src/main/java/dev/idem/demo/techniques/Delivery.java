package dev.idem.demo.techniques;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One call of a trial, and what its caller got. */
@Entity
@Table(name = "demo_delivery")
public class Delivery {

    private static final int LONGEST_ANSWER = 200;

    @Id
    @Column(name = "row_id")
    private String rowId;

    @Column(name = "technique")
    private String technique;

    private String trial;

    @Enumerated(EnumType.STRING)
    private Idem idem;

    private int runs;

    private String answer;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    Delivery(String technique, String trial, Idem idem, Outcome outcome) {
        this.rowId = UUID.randomUUID().toString();
        this.technique = technique;
        this.trial = trial;
        this.idem = idem;
        this.runs = outcome.runs();
        this.answer = outcome.answer()
                .substring(0, Math.min(LONGEST_ANSWER, outcome.answer().length()));
    }

    String trial() {
        return trial;
    }

    Idem idem() {
        return idem;
    }

    int runs() {
        return runs;
    }

    String answer() {
        return answer;
    }
}
