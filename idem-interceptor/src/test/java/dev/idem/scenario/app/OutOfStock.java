package dev.idem.scenario.app;

/** A refusal that carries what a caller needs to know. */
public class OutOfStock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sku;
    private final int left;

    public OutOfStock(String sku, int left) {
        super("only " + left + " of " + sku + " left");
        this.sku = sku;
        this.left = left;
    }

    public String sku() {
        return sku;
    }

    public int getLeft() {
        return left;
    }
}
