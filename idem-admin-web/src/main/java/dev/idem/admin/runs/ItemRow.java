package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.inspect.RunItem;

/**
 * A call of a run.
 *
 * @param record names its record
 * @param key its key, "" if the record is gone
 * @param operation the operation
 * @param state how it fared
 * @param detail more about it, "" for nothing
 */
public record ItemRow(String record, String key, String operation, RunWords.Badge state, String detail) {

    static ItemRow of(RequestKind kind, RunItem item) {
        return new ItemRow(
                item.record().hex(),
                item.key(),
                item.operation(),
                RunWords.item(kind, item),
                item.detail().orElse(""));
    }
}
