package dev.idem.inspect;

import java.util.EnumSet;
import java.util.Set;

/** A role in the console: the one place that says who may do what. Each but {@link #AUDITOR} includes the one before. */
public enum Role {
    /** Reads. */
    VIEWER(EnumSet.of(Permission.VIEW)),
    /** Replays as it was, dismisses. */
    OPERATOR(EnumSet.of(Permission.VIEW, Permission.REPLAY, Permission.DISMISS, Permission.ANNOTATE)),
    /** Changes what is replayed or stored. */
    EDITOR(EnumSet.of(
            Permission.VIEW,
            Permission.REPLAY,
            Permission.DISMISS,
            Permission.ANNOTATE,
            Permission.EDIT,
            Permission.CONFIRM_DONE,
            Permission.RELEASE)),
    /** Everything. */
    ADMIN(EnumSet.allOf(Permission.class)),
    /** Reads, the audit trail too. */
    AUDITOR(EnumSet.of(Permission.VIEW, Permission.VIEW_AUDIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /**
     * What the role allows.
     *
     * @return its permissions, unmodifiable
     */
    public Set<Permission> permissions() {
        return permissions;
    }
}
