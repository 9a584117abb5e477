package dev.idem.cdi;

import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Comparator;

/** Prefers the application's own codec to ours. */
final class ChosenCodec {

    private static final String OURS = "dev.idem.codec";

    private ChosenCodec() {}

    static ArgumentCodec of(Instance<ArgumentCodec> codecs) {
        return codecs.handlesStream()
                .min(Comparator.comparing(handle -> isOurs(handle.getBean())))
                .orElseThrow(() -> new IllegalStateException("there is no ArgumentCodec"))
                .get();
    }

    /** Tells whether a bean is a codec the application brings. */
    static boolean isApplications(Bean<?> bean) {
        return bean.getTypes().contains(ArgumentCodec.class) && !isOurs(bean);
    }

    private static boolean isOurs(Bean<?> bean) {
        return bean.getBeanClass().getPackageName().equals(OURS);
    }
}
