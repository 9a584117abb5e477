package dev.idem.demo.http;

/** A service said no: answered as {@code application/problem+json}. Nothing was changed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private Refusal(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    public static Refusal badInput(String detail) {
        return new Refusal(400, "Bad input", detail);
    }

    public static Refusal unknown(String what, String id) {
        return new Refusal(404, "Unknown " + what, "There is no " + what + " '" + id + "'.");
    }

    public static Refusal conflict(String title, String detail) {
        return new Refusal(409, title, detail);
    }

    public static Refusal mismatch(String title, String detail) {
        return new Refusal(422, title, detail);
    }

    /**
     * What the caller is told.
     *
     * @return the problem
     */
    public Problem problem() {
        return Problem.of(status, title, getMessage());
    }
}
