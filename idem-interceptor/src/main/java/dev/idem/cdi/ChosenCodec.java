package dev.idem.cdi;

import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For each type the first codec that carries it: those for some types only first, the application's before ours. */
final class ChosenCodec implements ArgumentCodec {

    private static final Set<String> OURS = Set.of("dev.idem.codec", "dev.idem.jms");

    private final List<ArgumentCodec> codecs;

    private ChosenCodec(List<ArgumentCodec> codecs) {
        this.codecs = codecs;
    }

    static ArgumentCodec of(Instance<ArgumentCodec> codecs) {
        return new ChosenCodec(codecs.handlesStream()
                .sorted(Comparator.comparing(handle -> isOurs(handle.getBean())))
                .map(Instance.Handle::get)
                .sorted(Comparator.comparing(codec -> codec.carries(Object.class)))
                .toList());
    }

    /** Tells whether a bean is a codec the application brings. */
    static boolean isApplications(Bean<?> bean) {
        return bean.getTypes().contains(ArgumentCodec.class) && !isOurs(bean);
    }

    static boolean isOurs(Bean<?> bean) {
        return OURS.contains(bean.getBeanClass().getPackageName());
    }

    private ArgumentCodec forType(Type type) {
        return codecs.stream()
                .filter(codec -> codec.carries(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no ArgumentCodec for " + type.getTypeName()));
    }

    @Override
    public String write(@Nullable Object value, Type type) {
        return forType(type).write(value, type);
    }

    @Override
    public @Nullable Object read(String json, Type type) {
        return forType(type).read(json, type);
    }

    @Override
    public String writeForFingerprint(@Nullable Object value, Type type) {
        return forType(type).writeForFingerprint(value, type);
    }
}
