package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * What Maven has built for the server, in the order in which it is deployed. The adapter and the console are found by
 * their paths.
 *
 * @param adapter the resource adapter that connects the server to the broker
 * @param demo the demo
 * @param console the operator console
 */
record Deployments(Path adapter, Path demo, Path console) {

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
                module.resolveSibling(Path.of("idem-admin-web", "target", "idem-admin-web.war")));
    }

    List<Path> files() {
        return List.of(adapter, demo, console);
    }

    /** Commands after the boot: with {@code --deploy}, an application that fails takes the others with it. */
    List<String> commands() {
        return List.of(
                "deploy " + adapter, "deploy " + demo, "deploy --name idem-admin --contextroot /idem-admin " + console);
    }
}
