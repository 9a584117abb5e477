package dev.idem.token;

import dev.idem.InvalidTokenException;
import dev.idem.engine.Admission;
import dev.idem.engine.Call;
import dev.idem.engine.Digest;
import dev.idem.engine.TokenStore;
import dev.idem.engine.TokenStore.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Has a call hand its token in. The key of such a call is the digest of its token, so that a duplicate is found without a
 * look at the tokens. A replay needs none: an operator wants it run.
 */
@ApplicationScoped
class TokenAdmission implements Admission {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Inject
    TokenStore store;

    @Inject
    LateAttempts late;

    @Override
    public void admit(Call call, boolean failedBefore) {
        Condition condition = condition(call, failedBefore);
        boolean used = token(call)
                .filter(token -> store.use(new TokenStore.TokenUse(
                        token,
                        call.key(),
                        call.origin().caller().map(Subjects::named),
                        new TokenStore.Terms(condition, call.operation().waitFor()))))
                .isPresent();
        if (!used && condition != Condition.REPLAY) {
            late(call);
            throw new InvalidTokenException(
                    call.key().operation(),
                    "",
                    "its token is not good: unknown, expired, used or revoked, or issued to somebody else or for another"
                            + " operation; ask for a new one",
                    null);
        }
    }

    private static Condition condition(Call call, boolean failedBefore) {
        if (call.replay().isPresent()) {
            return Condition.REPLAY;
        }
        return failedBefore ? Condition.UNUSED_OR_FAILED : Condition.UNUSED;
    }

    @Override
    public void late(Call call) {
        if (call.replay().isEmpty()) {
            token(call).ifPresent(late::count);
        }
    }

    /** Empty for a call that was parked when its operation took no tokens yet. */
    private static Optional<Digest> token(Call call) {
        String key = call.key().key();
        return DIGEST.matcher(key).matches() ? Optional.of(Digest.ofHex(key)) : Optional.empty();
    }
}
