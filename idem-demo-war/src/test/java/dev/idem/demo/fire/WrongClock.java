package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Has a process see another time, by libfaketime. */
final class WrongClock {

    private WrongClock() {}

    /** What has to be in its environment. What waits for a time span waits as ever. */
    static Map<String, String> fiveMinutesOff() {
        return Map.of(
                "LD_PRELOAD", library().toString(),
                "FAKETIME", "+300s",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    private static Path library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime").resolve("libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(WrongClock::missing);
        } catch (IOException noLinux) {
            throw missing();
        }
    }

    private static DemoFailed missing() {
        return new DemoFailed("A clock that is off needs libfaketime: apt-get install libfaketime, or leave that fault"
                + " out with -Dfire.clock=false");
    }
}
