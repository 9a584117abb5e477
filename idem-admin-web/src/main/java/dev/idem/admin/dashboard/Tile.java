package dev.idem.admin.dashboard;

/**
 * A figure.
 *
 * @param name what is counted
 * @param value how many, or how long
 * @param note more about it, "" for nothing
 * @param path of the page that lists them, "" if there is none
 * @param style the tile's class: {@code good}, {@code bad}, {@code warn} or {@code calm}
 */
public record Tile(String name, String value, String note, String path, String style) {

    /** A figure that is good at zero. */
    static Tile alarming(String name, long number, String value, String note, String path, String alarm) {
        return new Tile(name, value, note, path, number == 0 ? "good" : alarm);
    }
}
