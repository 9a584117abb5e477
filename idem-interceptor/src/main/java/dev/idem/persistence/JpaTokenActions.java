package dev.idem.persistence;

import dev.idem.engine.TokenStore.Choice;
import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.TokenActions;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;

/** Revokes tokens for operators, each time in a transaction of its own. As safe for many threads as its parts. */
final class JpaTokenActions implements TokenActions {

    private final TokenReader reader;
    private final JpaTokenStore store;
    private final AuditTrail trail;
    private final AuditChain chain;
    private final Transacted transacted;

    JpaTokenActions(Database database, Transactions transactions, AuditTrail trail) {
        this.reader = new TokenReader(database);
        this.store = new JpaTokenStore(database);
        this.trail = trail;
        this.chain = new AuditChain(database);
        this.transacted = new Transacted(transactions);
    }

    @Override
    public void revoke(Operator operator, String publicId, Intent intent) {
        RevokeAudit audit = RevokeAudit.ofToken(trail, operator, publicId, intent);
        act(operator, intent, audit, () -> {
            TokenLine token = reader.token(publicId)
                    .orElseThrow(() -> new NoSuchRecordException("there is no token " + publicId));
            check(token);
            if (store.revoke(new Choice.ById(token.application(), publicId), operator.name()) == 0) {
                throw new NotAllowedException(
                        "a call is using the token at this moment, or somebody is revoking it: look again");
            }
            audit.done(token);
        });
    }

    private static void check(TokenLine token) {
        if (token.state() != TokenState.GOOD) {
            throw new NotAllowedException("nothing was changed: the token "
                    + switch (token.state()) {
                        case REVOKED -> "is revoked already";
                        case EXPIRED -> "has expired";
                        default -> "is used already";
                    });
        }
    }

    @Override
    public void revokeAll(Operator operator, TokenGroup group, Intent intent) {
        RevokeAudit audit = RevokeAudit.ofGroup(trail, operator, group, intent);
        act(operator, intent, audit, () -> {
            Choice choice = new Choice.BySubject(group.application(), group.subject(), group.purpose());
            int revoked = store.revoke(choice, operator.name());
            if (revoked == 0) {
                throw new NotAllowedException(
                        "nothing was changed: no token of this subject and purpose is good, or calls are using them now");
            }
            audit.done(revoked);
        });
    }

    private void act(Operator operator, Intent intent, RevokeAudit audit, Runnable work) {
        if (!operator.may(Permission.REVOKE)) {
            NotPermittedException denied = new NotPermittedException(Permission.REVOKE);
            audit.not(denied);
            throw denied;
        }
        try {
            transacted.apart(() -> decided(intent, audit, work));
        } catch (NoSuchRecordException | NotAllowedException refused) {
            audit.not(refused);
            throw refused;
        }
    }

    /** Revocations come one after the other, so that it is certain whether the same click did it before. */
    private Intent decided(Intent intent, RevokeAudit audit, Runnable work) {
        if (intent.reason().isBlank()) {
            throw new NotAllowedException("a reason is needed");
        }
        chain.lock();
        if (!audit.isDone()) {
            work.run();
        }
        return intent;
    }
}
