package dev.idem.engine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys whose external effects the current thread is having: its bodies may be inside each other. */
final class ThreadKeys {

    @SuppressWarnings("ThreadLocalUsage") // one for each engine
    private final ThreadLocal<Set<Digest>> threads = ThreadLocal.withInitial(HashSet::new);

    boolean contains(Digest key) {
        boolean running = threads.get().contains(key);
        forgetEmpty();
        return running;
    }

    @Nullable
    Object during(Digest key, Body body) throws Exception {
        threads.get().add(key);
        try {
            return body.run();
        } finally {
            threads.get().remove(key);
            forgetEmpty();
        }
    }

    private void forgetEmpty() {
        if (threads.get().isEmpty()) {
            threads.remove();
        }
    }
}
