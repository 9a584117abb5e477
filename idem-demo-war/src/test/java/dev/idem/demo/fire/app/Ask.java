package dev.idem.demo.fire.app;

/**
 * What a caller asks for.
 *
 * @param scope the scope its key is in, as records name it
 * @param key the key, or what a token's submission is called
 * @param amount an argument that a careless caller may change
 * @param mood what goes wrong: {@link #WELL}, {@link #SICK}, {@link #ERROR}
 */
public record Ask(String scope, String key, int amount, String mood) {

    /** Nothing goes wrong by itself. */
    public static final String WELL = "well";

    /** It fails until somebody has healed it. */
    public static final String SICK = "sick";

    /** Each node throws an {@link Error} once. */
    public static final String ERROR = "error";
}
