package dev.idem.admin.web;

import dev.idem.inspect.Inspection;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The records that somebody has ticked, on whichever page of a list: they stay ticked until they are acted on, or it is over. */
@SessionScoped
public class Selection implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{64}");

    private final Map<TickedList, List<String>> records = new ConcurrentHashMap<>();

    /** Created by the container. */
    public Selection() {}

    /**
     * Replaces it by what a form says, which names what is ticked on other pages, too.
     *
     * @return false if there were too many: the first are kept
     * @throws IllegalArgumentException if it is not one of our forms
     */
    public boolean replace(TickedList list, Collection<String> ticked) {
        List<String> distinct = ticked.stream().distinct().toList();
        if (!distinct.stream().allMatch(record -> RECORD.matcher(record).matches())) {
            throw new IllegalArgumentException("a record is named by 64 hexadecimal digits");
        }
        records.put(list, distinct.stream().limit(Inspection.LONGEST_PAGE).toList());
        return distinct.size() <= Inspection.LONGEST_PAGE;
    }

    /** Unticks all of a list. */
    public void clear(TickedList list) {
        records.remove(list);
    }

    /** Names what is ticked in a list. */
    public List<String> records(TickedList list) {
        return records.getOrDefault(list, List.of());
    }
}
