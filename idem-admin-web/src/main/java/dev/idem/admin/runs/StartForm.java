package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.inspect.RunPace;
import dev.idem.inspect.RunPlan;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the form that starts a run sends. */
public class StartForm {

    private static final int LONGEST_REASON = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    @FormParam("number")
    @DefaultValue("")
    String number = "";

    @FormParam("rate")
    @DefaultValue("")
    String rate = "";

    @FormParam("ramp")
    @DefaultValue("")
    String ramp = "";

    @FormParam("stop")
    @DefaultValue("")
    String stop = "";

    @FormParam("order")
    @DefaultValue("")
    String order = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public StartForm() {}

    /** The form as it is offered: careful. */
    static StartForm fresh() {
        StartForm form = new StartForm();
        form.rate = Integer.toString(RunPace.CAREFUL.perSecond());
        form.ramp = RunPace.CAREFUL.ramp().stream().map(Object::toString).collect(Collectors.joining(", "));
        form.stop = Integer.toString(RunPace.CAREFUL.stopPercent());
        return form;
    }

    /**
     * What a person has to correct, "" for nothing.
     *
     * @param kind what would be done
     * @param planned how many would start
     */
    String mistake(RequestKind kind, long planned) {
        if (!NUMBER.matcher(number.strip()).matches() || Long.parseLong(number.strip()) != planned) {
            return "Type the number of " + RunWords.things(kind) + " that start, which is " + planned + ".";
        }
        if (!in(rate, RunPace.FASTEST)) {
            return "Give the calls that begin in a second as a whole number, 1 to " + RunPace.FASTEST + ".";
        }
        if (steps().size() > RunPace.MOST_STEPS || !steps().stream().allMatch(step -> in(step, RunPlan.LONGEST))) {
            return "Give at most " + RunPace.MOST_STEPS
                    + " steps, whole numbers with commas between them, such as 1, 10.";
        }
        if (!in(stop, 100)) {
            return "Give the share of failures as a whole number, 1 to 100.";
        }
        if (reason.isBlank()) {
            return "Say why: the reason is kept with every call and in the audit trail.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }

    private static boolean in(String text, int most) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            return false;
        }
        int value = Integer.parseInt(text.strip());
        return value >= 1 && value <= most;
    }

    private List<String> steps() {
        return ramp.isBlank()
                ? List.of()
                : Stream.of(ramp.split(",", -1)).map(String::strip).toList();
    }

    /** How carefully; {@link #mistake} says if it cannot be read. */
    RunPace pace() {
        return new RunPace(
                Integer.parseInt(rate.strip()),
                steps().stream().map(Integer::valueOf).toList(),
                Integer.parseInt(stop.strip()),
                order.equals("one-by-one"));
    }

    long confirmed() {
        return Long.parseLong(number.strip());
    }
}
