package dev.idem.demo.duplicates;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes, by the system's own {@code kill}. */
public final class Signals {

    /** So that the answer to who pressed the button gets out. */
    private static final int GRACE_SECONDS = 1;

    private Signals() {}

    /** Stops a process in the middle of its work; its connections stay. */
    static void stop(long process) {
        send("-STOP", process);
    }

    /** Lets a stopped process go on. */
    public static void goOn(long process) {
        send("-CONT", process);
    }

    /** Ends this process as nobody can prepare for; does not return. */
    static void killThisNode() {
        rest(GRACE_SECONDS);
        send("-KILL", ProcessHandle.current().pid());
    }

    static void rest(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(String signal, long process) {
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(process))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill " + signal + " " + process + " ended with " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("There is no kill on this system", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
