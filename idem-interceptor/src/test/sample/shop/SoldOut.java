package shop;

/** A refusal that no repetition changes. */
public class SoldOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String item;
    private final int left;

    public SoldOut(String item, int left) {
        super("only " + left + " of " + item + " left");
        this.item = item;
        this.left = left;
    }

    public String getItem() {
        return item;
    }

    public int getLeft() {
        return left;
    }
}
