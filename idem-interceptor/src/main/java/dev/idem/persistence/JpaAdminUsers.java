package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.LoginPolicy;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OneTimePassword;
import dev.idem.inspect.Operator;
import dev.idem.inspect.ProvenIdentity;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserChange;
import java.util.Optional;
import java.util.Set;

/** Keeps the console's users in the table {@code idem_admin_user}. Hashes are computed while no connection is held. */
final class JpaAdminUsers implements AdminUsers {

    private static final String FIRST = "admin";
    private static final String DISABLED = "this user is disabled";

    private final AdminUserRows rows;
    private final UserAudit audit;
    private final Transacted transacted;
    private final PasswordHash hashes;

    JpaAdminUsers(Database database, Transactions transactions, PasswordHash hashes) {
        this.rows = new AdminUserRows(database);
        this.audit = new UserAudit(new AuditChain(database));
        this.transacted = new Transacted(transactions);
        this.hashes = hashes;
    }

    @Override
    public Optional<OneTimePassword> createFirst() {
        if (!transacted.apart(rows::empty)) {
            return Optional.empty();
        }
        OneTimePassword made = new OneTimePassword(FIRST, RandomPassword.next());
        String hash = hashes.of(made.password());
        boolean created = transacted.apart(() -> {
            boolean first = rows.create(FIRST, hash, AdminUserRow.text(Set.of(Role.ADMIN)), true);
            if (first) {
                audit.bySystem("CREATE_USER", FIRST, "the first user, in the role ADMIN");
            }
            return first;
        });
        return created ? Optional.of(made) : Optional.empty();
    }

    @Override
    public Optional<AdminUser> login(String name, String password, Optional<String> address, LoginPolicy policy) {
        Optional<AdminUserRow> known = transacted.apart(() -> rows.find(name));
        boolean right = right(known, password);
        return transacted.apart(() -> {
            if (known.isEmpty()) {
                audit.unknown(address);
                return Optional.<AdminUser>empty();
            }
            AdminUserRow row = known.get();
            Operator operator = new Operator(row.user().name(), row.user().roles(), address);
            if (right && rows.loggedIn(name, row.passwordHash())) {
                audit.by(operator, "LOGIN", name, AuditOutcome.SUCCEEDED, "");
                return Optional.of(row.user());
            }
            boolean counted = !right && !row.user().external() && rows.failed(name, policy);
            audit.by(operator, "LOGIN", name, AuditOutcome.FAILED, counted ? "wrong password" : "locked or disabled");
            return Optional.<AdminUser>empty();
        });
    }

    /** Takes as long whoever it is. */
    private boolean right(Optional<AdminUserRow> known, String password) {
        boolean matches =
                hashes.matches(password, known.map(AdminUserRow::passwordHash).orElseGet(hashes::ofNobody));
        return matches && known.filter(AdminUserRow::open).isPresent();
    }

    @Override
    public AdminUser vouched(ProvenIdentity identity, Optional<String> address) {
        UserName.check(identity.name());
        Operator operator = new Operator(identity.name(), identity.roles(), address);
        String refused = transacted.apart(() -> {
            String reason = admitted(identity);
            audit.by(
                    operator,
                    "LOGIN",
                    identity.name(),
                    reason.isEmpty() ? AuditOutcome.SUCCEEDED : AuditOutcome.FAILED,
                    reason);
            return reason;
        });
        if (!refused.isEmpty()) {
            throw new NotAllowedException(refused);
        }
        return find(identity.name()).orElseThrow(() -> new NotAllowedException(DISABLED));
    }

    /** Why not, "" if the user is logged in. */
    private String admitted(ProvenIdentity identity) {
        String name = identity.name();
        String mark = ExternalMark.of(identity);
        rows.create(name, mark, AdminUserRow.text(identity.roles()), false);
        AdminUserRow row = rows.find(name).orElseThrow();
        if (!row.passwordHash().equals(mark)) {
            return "this name belongs to another user of the console";
        }
        if (row.line().disabled()) {
            return DISABLED;
        }
        if (!row.user().roles().equals(identity.roles())) {
            rows.change(new UserChange(name, row.user().version(), identity.roles(), false));
        }
        return rows.loggedIn(name, mark) ? "" : DISABLED;
    }

    @Override
    public Optional<AdminUser> find(String name) {
        return transacted.apart(
                () -> rows.find(name).filter(row -> !row.line().disabled()).map(AdminUserRow::user));
    }

    @Override
    public AdminUser changePassword(Operator user, String current, String next, LoginPolicy policy) {
        PasswordRule.check(user.name(), current, next);
        Optional<AdminUserRow> known = transacted.apart(() -> rows.find(user.name()));
        boolean right = right(known, current);
        String hash = hashes.of(next);
        boolean changed = transacted.apart(() -> {
            boolean done = right
                    && rows.changePassword(user.name(), known.orElseThrow().passwordHash(), hash);
            if (!done && known.filter(row -> !row.user().external()).isPresent()) {
                rows.failed(user.name(), policy);
            }
            audit.by(
                    user,
                    "CHANGE_PASSWORD",
                    user.name(),
                    done ? AuditOutcome.SUCCEEDED : AuditOutcome.FAILED,
                    done ? "" : "wrong current password, or locked");
            return done;
        });
        if (!changed) {
            throw new NotAllowedException("The current password is wrong.");
        }
        return find(user.name()).orElseThrow(() -> new NotAllowedException(DISABLED));
    }

    @Override
    public void prefer(String name, String preferences) {
        if (preferences.length() > LONGEST_PREFERENCES) {
            throw new IllegalArgumentException("preferences have at most " + LONGEST_PREFERENCES + " characters");
        }
        transacted.apart(() -> {
            rows.prefer(name, preferences);
            return name;
        });
    }
}
