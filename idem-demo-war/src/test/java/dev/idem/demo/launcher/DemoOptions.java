package dev.idem.demo.launcher;

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
 * @param target the build folder that holds the WAR and Payara Micro
 * @param work the folder for everything the run writes
 */
public record DemoOptions(int port, int brokerPort, DatabaseKind database, boolean once, Path target, Path work) {

    static final int ANY_PORT = 0;

    /**
     * Reads arguments of the form {@code name=value}: port, broker.port, db, once, target.
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
        return new DemoOptions(
                port,
                port("broker.port", values.getOrDefault("broker.port", "0"), ANY_PORT),
                one("db", values.getOrDefault("db", "h2"), DatabaseKind::named),
                one("once", values.getOrDefault("once", "false"), DemoOptions::yesOrNo),
                target,
                target.resolve("demo").resolve(Integer.toString(port)));
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
