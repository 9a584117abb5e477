package dev.idem.demo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Payara Micro wrote.
 *
 * @param file the log file
 */
public record PayaraLog(Path file) {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 400;
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in \\d+");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d]*m");
    private static final Pattern HEADER = Pattern.compile("^\\[.*?\\[levelValue: \\d+] (\\[\\[)?");
    private static final Pattern TELLING =
            Pattern.compile("IDEM-\\d{4}|DEMO-\\d{4}|Caused by|Exception(:| while)|Error occurred|OutOfMemory");

    boolean saysBooted() {
        return lines().stream().anyMatch(line -> BOOTED.matcher(line).find());
    }

    /** What the console said at its first start, if this was it. */
    public Optional<ConsoleLogin> firstLogin() {
        return lines().stream().flatMap(line -> ConsoleLogin.in(line).stream()).findFirst();
    }

    /**
     * The lines that tell what went wrong, each once.
     *
     * @return at most 20 lines; the last lines of the log when none stands out
     */
    String excerpt() {
        List<String> all = lines();
        List<String> telling = all.stream()
                .filter(line -> TELLING.matcher(line).find())
                .map(String::strip)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .distinct()
                .limit(MOST_LINES)
                .toList();
        List<String> shown =
                telling.isEmpty() ? all.subList(Math.max(0, all.size() - MOST_LINES), all.size()) : telling;
        return "  " + String.join(System.lineSeparator() + "  ", shown);
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> COLOUR.matcher(line).replaceAll(""))
                    .map(line -> HEADER.matcher(line).replaceFirst(""))
                    .toList();
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }
}
