package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.ActionToken;
import dev.idem.admin.web.KeyFilters;
import dev.idem.admin.web.ProtectionDays;
import dev.idem.admin.web.TickedList;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the lists send that plan a run. */
public class PlanForm {

    private static final String CHOSEN = "chosen";
    private static final String MATCHING = "matching";
    private static final String FAILED = "failed";
    private static final String EXTEND = RequestKind.EXTEND.name();
    private static final Set<String> OF_KEYS = Set.of(RequestKind.EXPIRE.name(), EXTEND);

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("kind")
    @DefaultValue("")
    String kind = "";

    @FormParam("what")
    @DefaultValue("")
    String what = "";

    @FormParam("record")
    List<String> records = List.of();

    @FormParam("application")
    @DefaultValue("")
    String application = "";

    @FormParam("operation")
    @DefaultValue("")
    String operation = "";

    @FormParam("cause")
    @DefaultValue("")
    String cause = "";

    @FormParam("run")
    @DefaultValue("")
    String run = "";

    @FormParam("state")
    @DefaultValue("")
    String state = "";

    @FormParam("from")
    @DefaultValue("")
    String from = "";

    @FormParam("until")
    @DefaultValue("")
    String until = "";

    @FormParam("days")
    @DefaultValue("")
    String days = "";

    @FormParam("unknown")
    @DefaultValue("")
    String unknown = "";

    /** Created by the container. */
    public PlanForm() {}

    /** What a person has to correct, "" for nothing. */
    String mistake() {
        if (what.equals(CHOSEN) && records.isEmpty()) {
            return ofKeys()
                    ? "Go back and tick the keys, or act on all of the list."
                    : "Go back and tick the calls, or act on all that match.";
        }
        return kind.equals(EXTEND) && protection().isEmpty() ? ProtectionDays.MISTAKE : "";
    }

    /** The list that it was sent from, as an address names it. */
    String list() {
        return (ofKeys() ? TickedList.KEYS : TickedList.POISON).path();
    }

    private boolean ofKeys() {
        return OF_KEYS.contains(kind);
    }

    /**
     * The plan it means.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    RunPlan plan() {
        ActionToken.check(token);
        return new RunPlan(RequestKind.valueOf(kind), selection(), unknown.equals("yes"), protection(), token);
    }

    private Optional<Duration> protection() {
        return kind.equals(EXTEND) ? ProtectionDays.read(days) : Optional.empty();
    }

    private RunSelection selection() {
        return switch (what) {
            case CHOSEN ->
                new RunSelection.Chosen(records.stream().map(RecordId::new).toList());
            case MATCHING -> new RunSelection.Matching(filter());
            case FAILED -> new RunSelection.FailedOf(Long.parseLong(run));
            default -> throw new IllegalArgumentException("nothing is selected that way");
        };
    }

    private KeyFilter filter() {
        return ofKeys()
                ? KeyFilters.keys(given(operation), given(state), given(from), given(until))
                : KeyFilters.waiting(given(application), given(operation), given(cause));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }
}
