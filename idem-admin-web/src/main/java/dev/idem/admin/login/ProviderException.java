package dev.idem.admin.login;

/** The identity provider did not vouch for anybody. */
class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private ProviderException(boolean unreachable, String words, Throwable cause) {
        super(words, cause);
        this.unreachable = unreachable;
    }

    /** It did not answer, or not as its protocol says. */
    static ProviderException unreachable(Throwable cause) {
        return new ProviderException(true, "the identity provider does not answer", cause);
    }

    /** What it answered proves nothing. */
    static ProviderException unproven(Throwable cause) {
        return new ProviderException(false, "the identity provider's answer proves nothing", cause);
    }

    boolean isUnreachable() {
        return unreachable;
    }
}
