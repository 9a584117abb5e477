package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Demo systems on free ports, each in a folder of its own. */
final class TestSystems {

    private TestSystems() {}

    static DemoOptions options(DatabaseKind database, String name) {
        Path target = Path.of("target").toAbsolutePath();
        return new DemoOptions(
                Ports.free(),
                DemoOptions.ANY_PORT,
                database,
                true,
                target,
                target.resolve("it").resolve(name));
    }

    static DemoSystem start(DatabaseKind database, String name) {
        return started(new DemoSystem(options(database, name)));
    }

    static DemoSystem startWithoutConsole(DatabaseKind database, String name, Map<String, String> extraProperties) {
        return started(DemoSystem.withoutConsole(options(database, name), extraProperties));
    }

    private static DemoSystem started(DemoSystem system) {
        try {
            system.checkPrerequisites();
            system.startDatabase();
            system.startBroker();
            system.startNode();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    static Progress progress() {
        return new Progress(System.out, InstantSource.system());
    }
}
