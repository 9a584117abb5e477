package dev.idem.admin.web;

import dev.idem.inspect.Inspection;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The records that somebody has ticked, on whichever page of a list: they stay ticked until they are acted on, or it is over. */
@SessionScoped
public class Selection implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{64}");

    private volatile List<String> records = List.of();

    /** Created by the container. */
    public Selection() {}

    /**
     * Replaces it by what a form says, which names what is ticked on other pages, too.
     *
     * @return false if there were too many: the first are kept
     * @throws IllegalArgumentException if it is not one of our forms
     */
    public boolean replace(Collection<String> ticked) {
        List<String> distinct = ticked.stream().distinct().toList();
        if (!distinct.stream().allMatch(record -> RECORD.matcher(record).matches())) {
            throw new IllegalArgumentException("a record is named by 64 hexadecimal digits");
        }
        records = distinct.stream().limit(Inspection.LONGEST_PAGE).toList();
        return records.size() == distinct.size();
    }

    /** Unticks all. */
    public void clear() {
        records = List.of();
    }

    /** Names what is ticked. */
    public List<String> records() {
        return records;
    }
}
