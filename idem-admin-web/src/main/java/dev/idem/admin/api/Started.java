package dev.idem.admin.api;

import dev.idem.inspect.RunPace;
import java.util.List;
import java.util.Optional;

/** How a run is started: with the number of calls that are meant, and why. What is left out is careful. */
public record Started(
        long calls,
        String reason,
        Optional<Integer> perSecond,
        Optional<List<Integer>> steps,
        Optional<Integer> stopPercent,
        Optional<Boolean> oneByOne) {

    RunPace pace() {
        return new RunPace(
                perSecond.orElse(RunPace.CAREFUL.perSecond()),
                steps.orElse(RunPace.CAREFUL.ramp()),
                stopPercent.orElse(RunPace.CAREFUL.stopPercent()),
                oneByOne.orElse(RunPace.CAREFUL.oneByOne()));
    }
}
