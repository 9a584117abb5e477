package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.ActionToken;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunSelection;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the lists send that plan a run. */
public class PlanForm {

    private static final String CHOSEN = "chosen";
    private static final String MATCHING = "matching";
    private static final String FAILED = "failed";

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

    @FormParam("unknown")
    @DefaultValue("")
    String unknown = "";

    /** Created by the container. */
    public PlanForm() {}

    /** Whether a person forgot to choose. */
    boolean nothingChosen() {
        return what.equals(CHOSEN) && records.isEmpty();
    }

    /**
     * The plan it means.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    RunPlan plan() {
        ActionToken.check(token);
        return new RunPlan(RequestKind.valueOf(kind), selection(), unknown.equals("yes"), token);
    }

    private RunSelection selection() {
        return switch (what) {
            case CHOSEN ->
                new RunSelection.Chosen(records.stream().map(RecordId::new).toList());
            case MATCHING ->
                new RunSelection.Matching(new KeyFilter(
                        given(application),
                        given(operation),
                        Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        given(cause)));
            case FAILED -> new RunSelection.FailedOf(Long.parseLong(run));
            default -> throw new IllegalArgumentException("nothing is selected that way");
        };
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }
}
