package shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else's system: what happens there is in no transaction of ours. */
@ApplicationScoped
public class Provider {

    private final Map<String, Integer> charges = new ConcurrentHashMap<>();
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    String charge(String key, String how) throws ConnectException, SocketTimeoutException {
        int times = charges.merge(key, 1, Integer::sum);
        if (how.equals("refused") && times == 1) {
            throw new ConnectException("nobody there");
        }
        if (how.equals("silent")) {
            throw new SocketTimeoutException("no answer");
        }
        return "charged at the call " + times;
    }

    /** Idempotent, but its first answer is lost. */
    String tell(String key) throws SocketTimeoutException {
        if (told.merge(key, 1, Integer::sum) == 1) {
            throw new SocketTimeoutException("no answer");
        }
        return "told";
    }

    int charges(String key) {
        return charges.getOrDefault(key, 0);
    }
}
