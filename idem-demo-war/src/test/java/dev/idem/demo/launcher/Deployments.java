package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Maven has built for the server, in the order in which it is deployed. The adapter and the console are found by
 * their paths.
 *
 * @param adapter the resource adapter that connects the server to the broker
 * @param demo the demo
 * @param console the operator console, if it is wanted
 */
record Deployments(Path adapter, Path demo, Optional<Path> console) {

    /**
     * Those around a build folder.
     *
     * @param target the demo's build folder
     */
    static Deployments around(Path target) {
        Path module = target.resolveSibling("");
        return new Deployments(
                module.resolve(Path.of("artemis-rar", "target", "artemis-rar.rar")),
                target.resolve("idem-demo.war"),
                Optional.of(module.resolveSibling(Path.of("idem-admin-web", "target", "idem-admin-web.war"))));
    }

    Deployments withoutConsole() {
        return new Deployments(adapter, demo, Optional.empty());
    }

    List<Path> files() {
        return Stream.concat(Stream.of(adapter, demo), console.stream()).toList();
    }

    /** Commands after the boot: with {@code --deploy}, an application that fails takes the others with it. */
    List<String> commands() {
        return Stream.concat(
                        Stream.of("deploy " + adapter, "deploy " + demo),
                        console.stream().map(war -> "deploy --name idem-admin --contextroot /idem-admin " + war))
                .toList();
    }
}
