package dev.idem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.check.ProblemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** REFERENCE.md names every setting and every id of the code, and no other. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("REFERENCE.md");
    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main"), Path.of("..", "idem-admin-web", "src", "main"));
    private static final Pattern ID = Pattern.compile("(IDEM-\\d{4})");
    private static final Pattern ID_ROW = Pattern.compile("^\\| (IDEM-\\d{4}) \\|", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile("(?:\"|MPCONFIG=)(idem(?:\\.[a-z-]+)+)[\":}]");
    private static final Pattern SETTING_ROW = Pattern.compile("^\\| `(idem(?:\\.[a-z-]+)+)` \\|", Pattern.MULTILINE);

    private static final Pattern ATTRIBUTES =
            Pattern.compile("^## Attributes$(.+?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ATTRIBUTE_ROW =
            Pattern.compile("^\\| `(\\w+)` \\| `?(.*?)`? ?\\| ", Pattern.MULTILINE);

    private final String reference = read(REFERENCE);

    @Test
    void everyAttributeIsExplainedWithItsDefault() {
        Map<String, String> attributes = Arrays.stream(IdempotentOperation.class.getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, attribute -> text(attribute.getDefaultValue())));

        assertThat(attributes).hasSizeGreaterThan(10);
        assertThat(rows(groups(ATTRIBUTES, reference).get(0))).isEqualTo(attributes);
    }

    private static Map<String, String> rows(String table) {
        return ATTRIBUTE_ROW
                .matcher(table)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static String text(Object value) {
        return value instanceof Class<?>[] none && none.length == 0 ? "" : value.toString();
    }

    @Test
    void everyIdOfTheCodeIsExplained() {
        Stream<String> ids = Stream.concat(
                found(ID).stream(), Arrays.stream(ProblemId.values()).map(ProblemId::code));

        assertThat(groups(ID_ROW, reference)).isSorted().hasSameElementsAs(ids.toList());
    }

    @Test
    void anIdIsExplainedOnce() {
        assertThat(groups(ID_ROW, reference)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("scenario 92: no setting names a table, a column or a schema, so none can be forged")
    void noSettingNamesATable() {
        assertThat(found(SETTING))
                .isNotEmpty()
                .noneMatch(setting -> setting.matches(".*(table|column|schema|catalog|sql).*"));
    }

    @Test
    void everySettingOfTheCodeIsExplained() {
        assertThat(groups(SETTING_ROW, reference)).doesNotHaveDuplicates().hasSameElementsAs(found(SETTING));
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(Files::isRegularFile).forEach(file -> found.addAll(groups(pattern, read(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
