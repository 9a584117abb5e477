package dev.idem.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of the endpoint that issues tokens by HTTP.
 *
 * @param on whether there is one
 * @param rate how many tokens one caller gets in a minute, 1 or more
 */
record TokenEndpoint(boolean on, int rate) {

    static final String PATH = "/idem/tokens";

    private static final String ON = "idem.tokens.endpoint";
    private static final String RATE = "idem.tokens.rate";

    private static final int USUAL_RATE = 60;
    private static final int HIGHEST_RATE = 1_000_000;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static TokenEndpoint of(Config config) {
        int rate = config.getOptionalValue(RATE, Integer.class).orElse(USUAL_RATE);
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw new IllegalArgumentException(RATE + " must be 1 to " + HIGHEST_RATE + ", was " + rate);
        }
        return new TokenEndpoint(config.getOptionalValue(ON, Boolean.class).orElse(false), rate);
    }

    /** Adds it to a WAR, at a path of its own beside those of Jakarta REST applications. */
    void addTo(ServletContext context) {
        if (!on) {
            return;
        }
        ServletRegistration.Dynamic servlet = context.addServlet("idem-tokens", TokenServlet.class);
        if (servlet == null || !servlet.addMapping(PATH).isEmpty()) {
            throw new IllegalStateException("IDEM-0220 the application has a servlet at " + PATH
                    + " already: remove it, or issue tokens there by IdempotencyTokens and leave out " + ON);
        }
    }
}
