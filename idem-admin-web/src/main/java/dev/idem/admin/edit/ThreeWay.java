package dev.idem.admin.edit;

import dev.idem.inspect.KeyDetail;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arguments as they came, as they were edited last, and as somebody wrote them on a page that is older than that.
 *
 * @param rows the values that one of the two changes; none if nobody edited the call, or what was written cannot be read
 */
public record ThreeWay(List<Row> rows) {

    static final ThreeWay NONE = new ThreeWay(List.of());

    static ThreeWay of(KeyDetail record, String written) {
        return record.editedArguments()
                .map(edited -> of(record.arguments().orElse("null"), edited, written))
                .orElse(NONE);
    }

    private static ThreeWay of(String original, String edited, String written) {
        try {
            Map<String, Change> theirs = changes(original, edited);
            Map<String, Change> yours = changes(original, written);
            Set<String> places = new LinkedHashSet<>(theirs.keySet());
            places.addAll(yours.keySet());
            return new ThreeWay(places.stream()
                    .map(place -> Row.of(place, theirs.get(place), yours.get(place)))
                    .toList());
        } catch (RuntimeException | StackOverflowError unreadable) {
            return NONE;
        }
    }

    private static Map<String, Change> changes(String before, String after) {
        return Change.between(Edit.read(before), Edit.read(after)).stream()
                .collect(Collectors.toMap(
                        Change::place, change -> change, (first, second) -> first, LinkedHashMap::new));
    }

    /**
     * A value.
     *
     * @param place the way to it
     * @param came its JSON as it came, "" if it was not there
     * @param theirs as it was edited last, "" if it is gone
     * @param yours as it was written here, "" if it is gone
     */
    public record Row(String place, String came, String theirs, String yours) {

        static Row of(String place, @Nullable Change theirs, @Nullable Change yours) {
            String came = theirs == null ? Objects.requireNonNull(yours).before() : theirs.before();
            return new Row(place, came, theirs == null ? came : theirs.after(), yours == null ? came : yours.after());
        }

        /** Whether both change it, and not alike. */
        public boolean collides() {
            return !theirs.equals(yours) && !theirs.equals(came) && !yours.equals(came);
        }
    }
}
