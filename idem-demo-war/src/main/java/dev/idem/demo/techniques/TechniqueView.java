package dev.idem.demo.techniques;

/**
 * A technique with its latest trial, as shown.
 *
 * @param profile what is said of it
 * @param with the half with Idem
 * @param without the half without it
 * @param console where the console shows its record, below the server's root; "" if there is none
 */
public record TechniqueView(Profile profile, HalfView with, HalfView without, String console) {

    /** Whether Idem is used for it. */
    public boolean usesIdem() {
        return !profile.operation().isEmpty();
    }

    public boolean tried() {
        return without.tried();
    }

    /** Whether the console has something to show. */
    public boolean recorded() {
        return !console.isEmpty();
    }
}
