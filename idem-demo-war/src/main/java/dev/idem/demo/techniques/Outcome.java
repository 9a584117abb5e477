package dev.idem.demo.techniques;

import dev.idem.demo.http.Problem;
import dev.idem.demo.http.Refusal;
import java.util.concurrent.Callable;

/**
 * What came of one delivery.
 *
 * @param runs how often the body ran
 * @param answer what the caller got, in short
 */
record Outcome(int runs, String answer) {

    private static final String ERROR = "error";

    /** Calls, and tells the answer also if it is an error, without the text of unexpected ones. */
    static String answer(Callable<String> call) {
        try {
            return call.call();
        } catch (Refusal refusal) {
            Problem problem = refusal.problem();
            return ERROR + " " + problem.status() + ": " + problem.title();
        } catch (Exception failure) {
            return ERROR + ": " + failure.getClass().getSimpleName();
        }
    }

    static boolean isError(String answer) {
        return answer.startsWith(ERROR);
    }
}
