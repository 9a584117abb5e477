package dev.idem.admin.settings;

import dev.idem.admin.web.Version;
import java.time.Instant;

/**
 * This console, and what it runs on.
 *
 * @param version the console's version
 * @param java the version of Java and who made it
 * @param system the operating system
 * @param clock the time by this node's clock
 * @param heapMebibytes how much of the heap is used, garbage included
 * @param mostHeapMebibytes how much it may use
 */
public record AboutNode(
        String version, String java, String system, Instant clock, long heapMebibytes, long mostHeapMebibytes) {

    private static final long MEBIBYTE = 1024 * 1024;

    /** As it is now. */
    public static AboutNode now() {
        Runtime runtime = Runtime.getRuntime();
        return new AboutNode(
                Version.TEXT,
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                Instant.now(),
                (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE,
                runtime.maxMemory() / MEBIBYTE);
    }
}
