package dev.idem.admin.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of pages in another language. Pages are written in English, and a translation is looked up by the English text; what has
 * none stays English. A message has two lines in the catalogue, the English one first, and a hole where something is put in:
 * a text that has a value in it is recognised by what stands around it. The first message that fits is taken.
 */
final class Translation {

    private static final String CATALOGUE = "zh.txt";
    private static final Pattern HOLE = Pattern.compile("\\{(\\*?)}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Translation NONE = new Translation(List.of());
    private static final Translation CHINESE = read();

    private final Map<String, String> whole = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    private Translation(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String english = lines.get(i);
            if (HOLE.matcher(english).find()) {
                shapes.add(Shape.of(english, lines.get(i + 1)));
            } else {
                whole.put(english, lines.get(i + 1));
            }
        }
    }

    static Translation to(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : NONE;
    }

    private static Translation read() {
        try (InputStream catalogue = Translation.class.getResourceAsStream(CATALOGUE)) {
            String text =
                    new String(Objects.requireNonNull(catalogue, CATALOGUE).readAllBytes(), StandardCharsets.UTF_8);
            return new Translation(lines(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without empty lines and comments. */
    static List<String> lines(String catalogue) {
        return catalogue
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    boolean isNone() {
        return whole.isEmpty();
    }

    /** The same text in this language, with the space around it; as it is if there is none. */
    String of(String text) {
        String words = SPACE.matcher(text.strip()).replaceAll(" ");
        return words.isEmpty()
                ? text
                : translated(words).map(found -> around(text, found)).orElse(text);
    }

    private Optional<String> translated(String words) {
        String known = whole.get(words);
        if (known != null) {
            return Optional.of(known);
        }
        return shapes.stream().flatMap(shape -> shape.of(words, this).stream()).findFirst();
    }

    private static String around(String text, String found) {
        String before = text.substring(0, text.length() - text.stripLeading().length());
        String after = text.substring(text.stripTrailing().length());
        return before + found + after;
    }

    /**
     * A text with something put in.
     *
     * @param start what it begins with
     * @param pattern the whole of it
     * @param translated for each hole, whether what is put in is translated, too
     * @param translation with holes in the order of the English text, or with their numbers in it
     */
    private record Shape(String start, Pattern pattern, List<Boolean> translated, String translation) {

        private static final Pattern HOLES = Pattern.compile("\\{([0-9]*)}");

        static Shape of(String english, String translation) {
            StringBuilder pattern = new StringBuilder();
            List<Boolean> translated = new ArrayList<>();
            Matcher holes = HOLE.matcher(english);
            int end = 0;
            while (holes.find()) {
                pattern.append(Pattern.quote(english.substring(end, holes.start())))
                        .append("(.+?)");
                translated.add(!holes.group(1).isEmpty());
                end = holes.end();
            }
            pattern.append(Pattern.quote(english.substring(end)));
            return new Shape(
                    english.substring(0, english.indexOf('{')),
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    translated,
                    translation);
        }

        Optional<String> of(String words, Translation language) {
            Matcher found = pattern.matcher(words);
            if (!words.startsWith(start) || !found.matches()) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            Matcher holes = HOLES.matcher(translation);
            int next = 1;
            while (holes.find()) {
                int number = holes.group(1).isEmpty() ? next++ : Integer.parseInt(holes.group(1));
                String put = found.group(number);
                holes.appendReplacement(
                        text, Matcher.quoteReplacement(translated.get(number - 1) ? language.of(put) : put));
            }
            return Optional.of(holes.appendTail(text).toString());
        }
    }
}
