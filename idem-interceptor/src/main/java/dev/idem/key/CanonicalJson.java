package dev.idem.key;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * One text for each JSON value, in the spirit of RFC 8785 (JSON Canonicalization Scheme): no white space, members
 * sorted by their names' UTF-16 code units, one spelling for each number and string. Where it differs: a member whose
 * value is null is left out, so that null and absent are the same; numbers keep all their digits.
 */
final class CanonicalJson {

    private static final int DEEPEST = 256;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private int depth;

    private CanonicalJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The canonical text.
     *
     * @throws IllegalArgumentException if it is not one JSON value, is nested too deeply or names a member twice
     */
    static String of(String json) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            StringBuilder text = new StringBuilder(json.length());
            CanonicalJson canonical = new CanonicalJson(parser);
            canonical.write(parser.next(), text);
            if (parser.hasNext()) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return text.toString();
        } catch (JsonException | ArithmeticException | NoSuchElementException | NumberFormatException e) {
            throw new IllegalArgumentException("not JSON that can be compared", e);
        }
    }

    private void write(JsonParser.Event event, StringBuilder text) {
        switch (event) {
            case START_OBJECT -> object(text);
            case START_ARRAY -> array(text);
            case VALUE_STRING -> JsonStrings.quote(parser.getString(), text);
            case VALUE_NUMBER -> text.append(JsonNumbers.canonical(parser.getString()));
            case VALUE_TRUE -> text.append("true");
            case VALUE_FALSE -> text.append("false");
            case VALUE_NULL -> text.append("null");
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalArgumentException("not JSON: " + event);
        }
    }

    private void object(StringBuilder text) {
        deeper();
        Map<String, String> members = new TreeMap<>();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            StringBuilder value = new StringBuilder();
            write(parser.next(), value);
            if (members.put(name, value.toString()) != null) {
                throw new IllegalArgumentException("a JSON object names a member twice");
            }
        }
        depth--;
        members.values().removeIf("null"::equals);
        appendMembers(members, text);
    }

    private static void appendMembers(Map<String, String> members, StringBuilder text) {
        char separator = '{';
        for (Map.Entry<String, String> member : members.entrySet()) {
            text.append(separator);
            JsonStrings.quote(member.getKey(), text);
            text.append(':').append(member.getValue());
            separator = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(StringBuilder text) {
        deeper();
        text.append('[');
        int start = text.length();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            if (text.length() > start) {
                text.append(',');
            }
            write(event, text);
        }
        text.append(']');
        depth--;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST + " levels");
        }
    }
}
