package dev.idem.demo.inventory;

/**
 * What is in stock, as shown.
 *
 * @param sku the article
 * @param stock how many pieces
 * @param version how often that has changed
 */
public record StockView(String sku, int stock, long version) {

    @Override
    public String toString() {
        return "stock " + stock + ", version " + version;
    }
}
