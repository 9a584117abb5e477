package dev.idem.fire;

/**
 * Names one logical call.
 *
 * @param operation the operation's name
 * @param scope within what the key is unique, "" for global
 * @param key the key
 */
public record Identity(String operation, String scope, String key) {

    @Override
    public String toString() {
        return operation + "[" + scope + "/" + key + "]";
    }
}
