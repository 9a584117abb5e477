package dev.idem.admin.web;

/**
 * Whether a page keeps itself up to date. Only what is marked as live is replaced; without scripts nothing is.
 *
 * @param on whether it does
 * @param seconds the pause between two looks
 * @param address of this page
 * @param other the same page, the other way round
 */
public record Refresh(boolean on, int seconds, String address, String other) {

    /** The parameter that turns it off. */
    public static final String PARAMETER = "refresh";

    /** Its name among the models. */
    public static final String MODEL = "refresh";

    private static final String OFF = "off";

    /**
     * As the address says.
     *
     * @param path of the page, below {@code /ui}
     * @param filter the other parameters of the address
     * @param typed what the parameter says
     * @param seconds the pause between two looks
     */
    public static Refresh of(String path, Query filter, String typed, int seconds) {
        boolean on = !typed.equals(OFF);
        String with = path + filter.text();
        String without = path + filter.with(PARAMETER, OFF).text();
        return new Refresh(on, seconds, on ? with : without, on ? without : with);
    }
}
