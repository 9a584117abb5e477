package dev.idem.demo.launcher;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mvnw -Pdemo}: starts everything, plays the order story, and keeps running until Ctrl-C. */
public final class Demo {

    private final DemoOptions options;
    private final PrintStream out;
    private final Progress progress;

    Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.progress = new Progress(out, InstantSource.system());
    }

    /**
     * Runs the demo. The process ends with 1 when it cannot start or an effect is wrong.
     *
     * @param arguments see {@link DemoOptions#parse}
     * @throws InterruptedException when the thread is interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            new Demo(DemoOptions.parse(arguments), System.out).run();
        } catch (DemoFailed e) {
            System.err.println(System.lineSeparator() + "The demo failed. " + e.getMessage());
            System.exit(1);
        }
    }

    void run() throws InterruptedException {
        DemoSystem system = new DemoSystem(options);
        Thread cleanUp = new Thread(system::close, "demo-clean-up");
        system.checkPrerequisites();
        Runtime.getRuntime().addShutdownHook(cleanUp);
        try (system) {
            play(system);
            if (!options.once()) {
                keepRunning(system);
            }
        } finally {
            forget(cleanUp);
        }
    }

    /** A node that somebody has killed comes back. */
    private static void keepRunning(DemoSystem system) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(1, TimeUnit.SECONDS)) {
            system.revive();
        }
    }

    private static void forget(Thread cleanUp) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleanUp);
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook runs already
            Logger.getLogger(Demo.class.getName()).log(Level.FINE, "Ending", e);
        }
    }

    private void play(DemoSystem system) {
        progress.say("");
        progress.say("Idem: the order story");
        progress.step("database " + options.database().lowerCaseName(), system::startDatabase);
        progress.step("broker " + options.broker().lowerCaseName(), system::startBroker);
        progress.step("Payara Micro with demo and console on 127.0.0.1:" + options.port(), system::startNode);
        if (options.hasSecondNode()) {
            progress.step("another one on 127.0.0.1:" + options.secondPort(), system::startSecondNode);
        }
        Story story = new Story(system, progress, "order-" + Long.toString(System.currentTimeMillis(), 36));
        OutcomeTable table = new OutcomeTable(story.play());
        progress.say("");
        progress.say(table.text(Charset.defaultCharset()));
        if (!table.allRight()) {
            throw new DemoFailed("An effect is wrong: see the table above and the logs in " + options.work());
        }
        new Farewell(system, story.firstPurchase(), story.login()).print(out, options.once());
    }
}
