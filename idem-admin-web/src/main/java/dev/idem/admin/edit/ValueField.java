package dev.idem.admin.edit;

import dev.idem.inspect.Masks;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the arguments as a field of a form.
 *
 * @param pointer the way to it (JSON Pointer, RFC 6901)
 * @param place the same for people, beginning with the parameter's name
 * @param kind what it takes
 * @param choices what can be chosen; none if it is written
 * @param required whether the method needs it
 * @param before the value as it stands in the arguments; {@code null} if it is not there
 * @param text what stands in the field
 * @param nothing whether there is to be no value
 * @param fault what is wrong with it, "" for nothing
 */
public record ValueField(
        String pointer,
        String place,
        ValueKind kind,
        List<String> choices,
        boolean required,
        @Nullable JsonValue before,
        String text,
        boolean nothing,
        String fault) {

    private static final int LONG = 60;

    static ValueField of(
            String pointer,
            String place,
            ValueKind kind,
            List<String> choices,
            boolean required,
            @Nullable JsonValue before) {
        boolean nothing = before == null || before == JsonValue.NULL;
        String text = before == null || nothing || isMask(before) ? "" : ValueKind.text(before);
        return new ValueField(pointer, place, kind, choices, required, before, text, nothing, "");
    }

    /** With what somebody typed. */
    ValueField typed(String typed, boolean ticked) {
        ValueField field = new ValueField(pointer, place, kind, choices, required, before, lines(typed), ticked, "");
        try {
            field.change();
            return field;
        } catch (IllegalArgumentException wrong) {
            return field.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    /** Browsers send carriage returns. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    ValueField wrong(String why) {
        return new ValueField(pointer, place, kind, choices, required, before, text, nothing, why);
    }

    /**
     * The value that is wanted instead; empty if it stays as it is.
     *
     * @throws IllegalArgumentException if what was typed is not of the kind
     */
    Optional<JsonValue> change() {
        if (kind == ValueKind.LOCKED || stays()) {
            return Optional.empty();
        }
        if (masked() && text.equals(Masks.MASK)) {
            return Optional.of(Json.createValue(Masks.MASK));
        }
        return Optional.of(there() && nothing && !masked() ? JsonValue.NULL : kind.read(text));
    }

    private boolean stays() {
        if (masked()) {
            return text.isEmpty();
        }
        if (there()) {
            return !nothing && text.equals(ValueKind.text(Objects.requireNonNull(before)));
        }
        return text.isEmpty() && (nothing || !choices.isEmpty());
    }

    private boolean there() {
        return before != null && before != JsonValue.NULL;
    }

    /** Whether it is hidden: it stays unless something is written. */
    public boolean masked() {
        return isMask(before);
    }

    private static boolean isMask(@Nullable JsonValue value) {
        return value != null && (Masks.isMask(value) || Masks.isEditedMask(value));
    }

    /** Whether it is hidden, and was written in an earlier edit: it has to be written again. */
    public boolean rewritten() {
        return before != null && Masks.isEditedMask(before);
    }

    /** Whether it may be left without a value by a tick. */
    public boolean optional() {
        return choices.isEmpty() && !masked() && kind != ValueKind.LOCKED && (!required || !there());
    }

    /** Whether nothing can be chosen, too. */
    public boolean choiceOfNothing() {
        return !choices.isEmpty() && (!required || !there() || masked());
    }

    /** Whether it needs more than a line. */
    public boolean isLong() {
        return kind == ValueKind.JSON || text.length() > LONG || text.indexOf('\n') >= 0;
    }

    /** What it lies in, "" for nothing. */
    public String within() {
        return place.substring(0, place.lastIndexOf('/') + 1).replace("/", " / ");
    }

    /** What it is called there. */
    public String name() {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
