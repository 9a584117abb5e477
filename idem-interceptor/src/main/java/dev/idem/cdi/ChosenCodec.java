package dev.idem.cdi;

import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;

/** Prefers the application's own codec to ours. */
final class ChosenCodec {

    private static final String OURS = "dev.idem.codec";

    private ChosenCodec() {}

    static ArgumentCodec of(Instance<ArgumentCodec> codecs) {
        return codecs.handlesStream()
                .min(Comparator.comparing(ChosenCodec::isOurs))
                .orElseThrow(() -> new IllegalStateException("there is no ArgumentCodec"))
                .get();
    }

    private static boolean isOurs(Instance.Handle<ArgumentCodec> handle) {
        return handle.getBean().getBeanClass().getPackageName().equals(OURS);
    }
}
