package dev.idem.demo.launcher;

import dev.idem.demo.broker.BrokerKind;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Demo systems on free ports, each in a folder of its own. */
final class TestSystems {

    private TestSystems() {}

    static DemoOptions options(DatabaseKind database, String name) {
        return options(database, BrokerKind.ARTEMIS, DemoOptions.ANY_PORT, DemoOptions.NO_SECOND_NODE, name);
    }

    static DemoOptions options(BrokerKind broker, int brokerPort, String name) {
        return options(DatabaseKind.H2, broker, brokerPort, DemoOptions.NO_SECOND_NODE, name);
    }

    /** Two nodes on PostgreSQL. */
    static DemoOptions twoNodes(String name) {
        return options(DatabaseKind.POSTGRES, BrokerKind.ARTEMIS, DemoOptions.ANY_PORT, Ports.free(), name);
    }

    private static DemoOptions options(
            DatabaseKind database, BrokerKind broker, int brokerPort, int secondPort, String name) {
        Path target = Path.of("target").toAbsolutePath();
        return new DemoOptions(
                Ports.free(),
                brokerPort,
                database,
                true,
                broker,
                secondPort,
                target,
                target.resolve("it").resolve(name));
    }

    static DemoSystem start(DatabaseKind database, String name) {
        return start(options(database, name));
    }

    static DemoSystem start(DatabaseKind database, String name, Map<String, String> extraProperties) {
        return started(new DemoSystem(options(database, name), extraProperties));
    }

    static DemoSystem start(DemoOptions options) {
        return started(new DemoSystem(options));
    }

    static DemoSystem startWithoutConsole(DatabaseKind database, String name, Map<String, String> extraProperties) {
        return started(DemoSystem.withoutConsole(options(database, name), extraProperties));
    }

    static DemoSystem startWithoutConsole(DemoOptions options) {
        return started(DemoSystem.withoutConsole(options, Map.of()));
    }

    private static DemoSystem started(DemoSystem system) {
        try {
            system.checkPrerequisites();
            system.startDatabase();
            system.startBroker();
            system.startNodes();
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
