package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys whose effect was had. */
@ApplicationScoped
public class Known {

    private static final int COUNT = 200;

    private final Map<String, String[]> keys = new ConcurrentHashMap<>();

    /** Those of a contender; called once before its duplicates are measured, by one thread. */
    String[] keys(String name, Contender contender, Case duplicate) throws Exception {
        String[] known = keys.get(name + duplicate);
        if (known == null) {
            known = new String[COUNT];
            for (int i = 0; i < COUNT; i++) {
                known[i] = Case.newKey();
                duplicate.call(contender, known[i]);
            }
            keys.put(name + duplicate, known);
        }
        return known;
    }
}
