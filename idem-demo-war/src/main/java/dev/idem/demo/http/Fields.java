package dev.idem.demo.http;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks of input fields, shared by the records of the services. */
public final class Fields {

    private static final int LONGEST_TEXT = 64;
    private static final int MOST_DIGITS = 10;

    private Fields() {}

    /**
     * A name or id.
     *
     * @param field the field's name
     * @param value 1 to 64 characters without control characters, not blank
     * @return the value
     * @throws InvalidField when it is something else
     */
    public static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidField("'" + field + "' is missing.");
        }
        if (value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField("'" + field + "' must have 1 to 64 characters, none of them a control character.");
        }
        return value;
    }

    /**
     * An amount of money.
     *
     * @param field the field's name
     * @param value above zero, at most 10 digits before and 2 behind the point
     * @return the value with two digits behind the point
     * @throws InvalidField when it is something else
     */
    public static BigDecimal amount(String field, @Nullable BigDecimal value) {
        if (value == null) {
            throw new InvalidField("'" + field + "' is missing.");
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.scale() > 2 || (long) plain.precision() - plain.scale() > MOST_DIGITS) {
            throw new InvalidField(
                    "'" + field + "' must be above zero with at most 10 digits before and 2 behind the point.");
        }
        return plain.setScale(2);
    }

    /**
     * A whole number. It comes as a decimal, for JSON Binding makes 1 of 1.5 where it shall read an integer, and anything
     * of what is too large for it.
     *
     * @param field the field's name
     * @param value between the bounds, both included
     * @param least the lower bound
     * @param most the upper bound
     * @return the value without digits behind the point
     * @throws InvalidField when it is something else
     */
    public static BigDecimal whole(String field, @Nullable BigDecimal value, long least, long most) {
        if (value == null) {
            throw new InvalidField("'" + field + "' is missing.");
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0
                || plain.compareTo(BigDecimal.valueOf(least)) < 0
                || plain.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidField("'" + field + "' must be a whole number, " + least + " to " + most + ".");
        }
        return plain.setScale(0);
    }
}
