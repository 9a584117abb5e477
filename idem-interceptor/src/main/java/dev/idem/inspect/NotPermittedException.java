package dev.idem.inspect;

/** The operator lacks a permission. */
public final class NotPermittedException extends ActionException {

    private static final long serialVersionUID = 1L;

    /** What is missing. */
    private final Permission permission;

    /**
     * Creates the exception.
     *
     * @param permission what is missing
     */
    public NotPermittedException(Permission permission) {
        super("the permission " + permission + " is missing");
        this.permission = permission;
    }

    /**
     * What is missing.
     *
     * @return the permission
     */
    public Permission permission() {
        return permission;
    }
}
