package dev.idem.admin.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How entries are written to a file, each with the same fields, which are never {@code null}. */
enum ExportFormat {
    /** RFC 4180, with a line of names, and no cell that a spreadsheet takes for a formula. */
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        Consumer<Map<String, String>> to(Writer writer, Iterable<String> names) {
            CsvWriter csv = CsvWriter.builder().bufferSize(0).build(writer);
            csv.writeRecord(names);
            return fields -> csv.writeRecord(
                    fields.values().stream().map(ExportFormat::harmless).toList());
        }
    },
    /** One JSON object in each line, without the fields that are empty. */
    JSONL("jsonl", "application/jsonl;charset=UTF-8") {
        @Override
        Consumer<Map<String, String>> to(Writer writer, Iterable<String> names) {
            return fields -> {
                JsonObjectBuilder object = Json.createObjectBuilder();
                fields.forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        object.add(name, value);
                    }
                });
                write(writer, object.build() + "\n");
            };
        }
    };

    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Writes each entry it is given. */
    abstract Consumer<Map<String, String>> to(Writer writer, Iterable<String> names);

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** With an apostrophe before what a spreadsheet would calculate; a number stays one. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty()
                && FORMULA.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
