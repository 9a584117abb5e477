package dev.idem.key;

import dev.idem.NotFingerprinted;
import dev.idem.engine.Digest;
import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digests the arguments of one method: position and canonical JSON of each parameter that is neither
 * {@link NotFingerprinted} nor injected by the container. Members that are null and members that are absent are the
 * same; the order of members and the spelling of numbers do not matter; the order of array elements does.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Fingerprints {

    private final ArgumentCodec codec;
    private final List<Compared> compared;

    /**
     * For one method.
     *
     * @param method the method as declared in its class
     * @param codec writes the arguments
     */
    public Fingerprints(Method method, ArgumentCodec codec) {
        this.codec = codec;
        this.compared = compared(method);
    }

    private static List<Compared> compared(Method method) {
        Parameter[] parameters = method.getParameters();
        Type[] types = method.getGenericParameterTypes();
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAnnotationPresent(NotFingerprinted.class) && !CarriableTypes.injected(parameters[i])) {
                compared.add(new Compared(i, types[i]));
            }
        }
        return List.copyOf(compared);
    }

    /**
     * The digest of the arguments that are fingerprinted.
     *
     * @throws RuntimeException if the codec cannot carry one; the message names the type
     */
    public Digest of(@Nullable Object[] arguments) {
        String[] texts = new String[2 * compared.size()];
        for (int i = 0; i < compared.size(); i++) {
            Compared each = compared.get(i);
            texts[2 * i] = Integer.toString(each.position());
            texts[2 * i + 1] = CanonicalJson.of(codec.writeForFingerprint(arguments[each.position()], each.type()));
        }
        return Digest.ofTexts(texts);
    }

    private record Compared(int position, Type type) {}
}
