package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.OneTimePassword;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserAdministration;
import dev.idem.inspect.UserChange;
import dev.idem.inspect.UserLine;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes and changes the console's users. Hashes are computed while no connection is held. */
final class JpaUserAdministration implements UserAdministration {

    private final AdminUserRows rows;
    private final AuditTrail trail;
    private final AuditChain chain;
    private final Transacted transacted;
    private final PasswordHash hashes;

    JpaUserAdministration(Database database, Transactions transactions, AuditTrail trail, PasswordHash hashes) {
        this.rows = new AdminUserRows(database);
        this.trail = trail;
        this.chain = new AuditChain(database);
        this.transacted = new Transacted(transactions);
        this.hashes = hashes;
    }

    @Override
    public List<UserLine> users(Operator operator) {
        require(operator);
        return transacted.wherever(
                () -> rows.list(MOST_LISTED).stream().map(AdminUserRow::line).toList());
    }

    @Override
    public UserLine user(Operator operator, String name) {
        require(operator);
        return transacted.wherever(() -> known(name));
    }

    @Override
    public OneTimePassword create(Operator operator, String name, Set<Role> roles, Intent intent) {
        OneTimePassword made = new OneTimePassword(name, RandomPassword.next());
        String hash = hashes.of(made.password());
        once(audit(operator, "CREATE_USER", name, intent), entry -> {
            checkNew(name, roles);
            if (!rows.create(name, hash, AdminUserRow.text(roles), true)) {
                throw new NotAllowedException("there is a user of this name already");
            }
            return entry.detailed(AdminUserRow.text(roles));
        });
        return made;
    }

    private static void checkNew(String name, Set<Role> roles) {
        UserName.check(name);
        if (roles.isEmpty()) {
            throw new NotAllowedException("a user has at least one role");
        }
    }

    @Override
    public void change(Operator operator, UserChange change, Intent intent) {
        act(audit(operator, "CHANGE_USER", change.name(), intent), entry -> {
            UserLine before = known(change.name());
            checkOther(operator, change.name());
            if (change.roles().isEmpty()) {
                throw new NotAllowedException("a user has at least one role: to keep somebody out, disable the user");
            }
            boolean administers = change.roles().contains(Role.ADMIN) && !change.disabled();
            if (!administers && lastAdministrator(change.name())) {
                throw new NotAllowedException("this is the last administrator who may log in: make another one first");
            }
            if (!rows.change(change)) {
                throw new ChangedMeanwhileException("the user was changed meanwhile: look again");
            }
            return entry.changing(
                    words(before.user().roles(), before.disabled()), words(change.roles(), change.disabled()));
        });
    }

    private static String words(Set<Role> roles, boolean disabled) {
        return AdminUserRow.text(roles) + (disabled ? ", disabled" : "");
    }

    /** With the trail locked, so that two who change each other do so one after the other. */
    private boolean lastAdministrator(String name) {
        return rows.list(MOST_LISTED).stream()
                .map(AdminUserRow::line)
                .filter(line -> !line.disabled() && line.user().roles().contains(Role.ADMIN))
                .map(line -> line.user().name())
                .toList()
                .equals(List.of(name));
    }

    @Override
    public OneTimePassword resetPassword(Operator operator, String name, Intent intent) {
        OneTimePassword made = new OneTimePassword(name, RandomPassword.next());
        String hash = hashes.of(made.password());
        once(audit(operator, "RESET_PASSWORD", name, intent), entry -> {
            if (known(name).user().external()) {
                throw new NotAllowedException(
                        "an identity provider vouches for this user, who has no password here: change it there");
            }
            checkOther(operator, name);
            rows.resetPassword(name, hash);
            return entry;
        });
        return made;
    }

    @Override
    public void unlock(Operator operator, String name, Intent intent) {
        act(audit(operator, "UNLOCK_USER", name, intent), entry -> {
            if (!known(name).locked()) {
                throw new NotAllowedException("failed logins do not keep this user out at the moment");
            }
            rows.unlock(name);
            return entry;
        });
    }

    private static void checkOther(Operator operator, String name) {
        if (operator.name().equals(name)) {
            throw new NotAllowedException(
                    "nobody changes their own roles, activity or password here: ask another administrator, or change your"
                            + " password on your own page");
        }
    }

    private UserLine known(String name) {
        return rows.find(name)
                .map(AdminUserRow::line)
                .orElseThrow(() -> new NoSuchRecordException("there is no such user"));
    }

    private IntentAudit audit(Operator operator, String verb, String name, Intent intent) {
        return new IntentAudit(trail, operator, intent, verb, AuditSubject.of(UserAudit.USER, name));
    }

    private static void require(Operator operator) {
        if (!operator.may(Permission.ADMINISTER_USERS)) {
            throw new NotPermittedException(Permission.ADMINISTER_USERS);
        }
    }

    /** What makes a password cannot be told again. */
    private void once(IntentAudit audit, UnaryOperator<AuditEntry> work) {
        if (!act(audit, work)) {
            throw new NotAllowedException("this was done before, and the password was shown then: if it got lost, make"
                    + " another one on the user's page");
        }
    }

    /** Tells whether it was done now; false if the same click did it before. */
    private boolean act(IntentAudit audit, UnaryOperator<AuditEntry> work) {
        try {
            require(audit.operator());
            return transacted.apart(() -> done(audit, work));
        } catch (NotPermittedException
                | NoSuchRecordException
                | NotAllowedException
                | ChangedMeanwhileException refused) {
            audit.not(refused);
            throw refused;
        }
    }

    private boolean done(IntentAudit audit, UnaryOperator<AuditEntry> work) {
        if (audit.intent().reason().isBlank()) {
            throw new NotAllowedException("a reason is needed");
        }
        chain.lock();
        if (audit.isDone()) {
            return false;
        }
        trail.append(work.apply(audit.done()));
        return true;
    }
}
