package dev.idem.demo.launcher;

import dev.idem.demo.broker.BrokerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Maven has built for the server, in the order in which it is deployed. The adapter and the console are found by
 * their paths.
 *
 * @param adapter the resource adapter that connects the server to the broker, if there is one for it
 * @param demo the demo
 * @param console the operator console, if it is wanted
 */
public record Deployments(Optional<Path> adapter, Path demo, Optional<Path> console) {

    /**
     * Those around a build folder.
     *
     * @param target the demo's build folder
     * @param broker the broker they are for
     */
    static Deployments around(Path target, BrokerKind broker) {
        Path module = target.resolveSibling("");
        boolean artemis = broker == BrokerKind.ARTEMIS;
        return new Deployments(
                artemis
                        ? Optional.of(module.resolve(Path.of("artemis-rar", "target", "artemis-rar.rar")))
                        : Optional.empty(),
                target.resolve(artemis ? "idem-demo.war" : "idem-demo-" + broker.lowerCaseName() + ".war"),
                Optional.of(module.resolveSibling(Path.of("idem-admin-web", "target", "idem-admin-web.war"))));
    }

    Deployments withoutConsole() {
        return new Deployments(adapter, demo, Optional.empty());
    }

    List<Path> files() {
        return Stream.of(adapter.stream(), Stream.of(demo), console.stream())
                .flatMap(each -> each)
                .toList();
    }

    /** Commands after the boot: with {@code --deploy}, an application that fails takes the others with it. */
    List<String> commands() {
        return Stream.of(
                        adapter.stream().map(rar -> "deploy " + rar),
                        Stream.of(application("idem-demo", demo)),
                        console.stream().map(war -> application("idem-admin", war)))
                .flatMap(each -> each)
                .toList();
    }

    private static String application(String name, Path war) {
        return "deploy --name " + name + " --contextroot /" + name + " " + war;
    }
}
