package dev.idem.demo.launcher;

import dev.idem.demo.broker.BrokerKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the demo shall run.
 *
 * @param port where Payara Micro listens on 127.0.0.1
 * @param brokerPort where the broker listens on 127.0.0.1; {@link #ANY_PORT} for a free one
 * @param database which database to start
 * @param once whether to end after the story
 * @param broker which broker to start
 * @param secondPort where a second node listens on 127.0.0.1; {@link #NO_SECOND_NODE} for none
 * @param target the build folder that holds the WAR and Payara Micro
 * @param work the folder for everything the run writes
 */
public record DemoOptions(
        int port,
        int brokerPort,
        DatabaseKind database,
        boolean once,
        BrokerKind broker,
        int secondPort,
        Path target,
        Path work) {

    static final int ANY_PORT = 0;
    static final int NO_SECOND_NODE = 0;

    private static final String BY_NODES = "default";

    /** Refuses what cannot work. */
    public DemoOptions {
        if (secondPort != NO_SECOND_NODE && database == DatabaseKind.H2) {
            throw new DemoFailed("-Ddemo.nodes=2 needs a database for more than one process: -Ddemo.db=postgres or"
                    + " mariadb, was 'h2'.");
        }
        if (secondPort == port) {
            throw new DemoFailed("-Ddemo.second.port must be another one than -Ddemo.port, was '" + port + "'.");
        }
    }

    boolean hasSecondNode() {
        return secondPort != NO_SECOND_NODE;
    }

    /**
     * Reads arguments of the form {@code name=value}: port, second.port, nodes, broker, broker.port, db,
     * once, target.
     *
     * @param arguments the arguments
     * @return the options
     * @throws DemoFailed when one of them makes no sense
     */
    static DemoOptions parse(String... arguments) {
        Map<String, String> values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path target = Path.of(values.getOrDefault("target", "target")).toAbsolutePath();
        int port = port("port", values.getOrDefault("port", "8080"), 1);
        boolean two = one("nodes", values.getOrDefault("nodes", "1"), DemoOptions::twoNodes);
        return new DemoOptions(
                port,
                port("broker.port", values.getOrDefault("broker.port", "0"), ANY_PORT),
                one("db", database(values.getOrDefault("db", BY_NODES), two), DatabaseKind::named),
                one("once", values.getOrDefault("once", "false"), DemoOptions::yesOrNo),
                one("broker", values.getOrDefault("broker", "artemis"), BrokerKind::named),
                two ? second(port, values.getOrDefault("second.port", "0")) : NO_SECOND_NODE,
                target,
                target.resolve("demo").resolve(Integer.toString(port)));
    }

    private static int second(int port, String text) {
        int chosen = port("second.port", text, ANY_PORT);
        return chosen == ANY_PORT ? port("second.port", Integer.toString(port + 1), 1) : chosen;
    }

    private static int port(String option, String text, int least) {
        return one(option, text, value -> {
            int port = Integer.parseInt(value);
            if (port < least || port > 65535) {
                throw new IllegalArgumentException("must be " + least + " to 65535");
            }
            return port;
        });
    }

    /** An H2 file is for one process. */
    private static String database(String text, boolean two) {
        if (!text.equals(BY_NODES)) {
            return text;
        }
        return two ? "postgres" : "h2";
    }

    private static boolean twoNodes(String text) {
        return switch (text) {
            case "1" -> false;
            case "2" -> true;
            default -> throw new IllegalArgumentException("must be 1 or 2");
        };
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static <T> T one(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new DemoFailed("-Ddemo." + option + " must be a number, was '" + text + "'.", e);
        } catch (IllegalArgumentException e) {
            throw new DemoFailed("-Ddemo." + option + " " + e.getMessage() + ", was '" + text + "'.", e);
        }
    }
}
