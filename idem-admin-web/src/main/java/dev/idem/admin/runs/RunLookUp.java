package dev.idem.admin.runs;

import dev.idem.admin.web.Input;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunLine;

/** Finds the run that an address names. */
final class RunLookUp {

    private RunLookUp() {}

    /**
     * The run.
     *
     * @param id its number, as it stands in the address
     * @throws NoSuchRecordException if there is none
     */
    static RunLine of(RunInspection runs, String id) {
        long number = Input.read(() -> Long.parseLong(id));
        return runs.run(number).orElseThrow(() -> new NoSuchRecordException("there is no such run"));
    }
}
