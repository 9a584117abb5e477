package dev.idem.admin.api;

import dev.idem.inspect.CauseGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits, by its cause, the largest group first. */
public record GroupList(List<GroupView> groups) {

    static GroupList of(List<CauseGroup> groups) {
        return new GroupList(groups.stream().map(GroupView::of).toList());
    }

    /** Calls that failed by one cause. */
    public record GroupView(
            String cause,
            String application,
            String operation,
            String exception,
            String message,
            String frame,
            long count,
            long unknown,
            List<Long> days,
            Instant first,
            Instant last,
            Optional<NoteView> note) {

        static GroupView of(CauseGroup group) {
            return new GroupView(
                    group.cause(),
                    group.application(),
                    group.operation(),
                    group.exception(),
                    group.message(),
                    group.frame(),
                    group.count(),
                    group.unknown(),
                    group.days(),
                    group.first(),
                    group.last(),
                    group.note().map(NoteView::of));
        }
    }
}
