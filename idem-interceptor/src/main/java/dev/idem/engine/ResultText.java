package dev.idem.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result as it is stored: JSON, after {@code v2:} for version 2. Version 1 needs no such beginning, for JSON never
 * begins like it; what an application's codec wrote might, and gets one.
 *
 * @param version the version of its type, 1 or more
 * @param json the result
 */
public record ResultText(int version, String json) {

    private static final Pattern VERSIONED = Pattern.compile("v([1-9]\\d{0,8}):");

    public static ResultText parse(String stored) {
        Matcher versioned = VERSIONED.matcher(stored);
        return versioned.lookingAt()
                ? new ResultText(Integer.parseInt(versioned.group(1)), stored.substring(versioned.end()))
                : new ResultText(1, stored);
    }

    public String stored() {
        return version == 1 && !VERSIONED.matcher(json).lookingAt() ? json : "v" + version + ":" + json;
    }
}
