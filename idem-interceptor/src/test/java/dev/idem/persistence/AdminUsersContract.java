package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OneTimePassword;
import dev.idem.inspect.Operator;
import dev.idem.inspect.ProvenIdentity;
import dev.idem.inspect.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link AdminUsers}, and of {@link AuditTrail} in transactions of its own. */
abstract class AdminUsersContract extends UserFixture {

    private static final String CHOSEN = "correct horse battery";

    @Test
    @DisplayName("console check 6: the first user gets a random password that must be changed; no other is made")
    void firstUserIsMadeOnce() {
        OneTimePassword first = users.createFirst().orElseThrow();

        assertThat(first.user()).isEqualTo("admin");
        assertThat(first.password()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){5}");
        assertThat(first.toString()).doesNotContain(first.password());
        assertThat(login("admin", first.password()))
                .contains(new AdminUser("admin", Set.of(Role.ADMIN), true, false, 1, ""));
        assertThat(users.createFirst()).isEmpty();
        assertThat(login("admin", "admin")).isEmpty();
        assertThat(login("admin", "")).isEmpty();
    }

    @Test
    void nodesThatStartAtOnceMakeOneFirstUser() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CyclicBarrier start = new CyclicBarrier(nodes);
        List<OneTimePassword> made = new ArrayList<>();
        try {
            List<Future<Optional<OneTimePassword>>> all = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                all.add(threads.submit(() -> {
                    try (TestUnit.Running own = unit.begin()) {
                        own.commit();
                        start.await(30, TimeUnit.SECONDS);
                        return users(own.entityManager()).createFirst();
                    }
                }));
            }
            for (Future<Optional<OneTimePassword>> one : all) {
                one.get(60, TimeUnit.SECONDS).ifPresent(made::add);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(made).hasSize(1);
        assertThat(login("admin", made.get(0).password())).isPresent();
        assertThat(verbs()).containsOnlyOnce("CREATE_USER SUCCEEDED");
    }

    @Test
    void onlyTheHashIsKept() {
        String password = users.createFirst().orElseThrow().password();

        try (TestUnit.Running running = unit.begin()) {
            String hash = running.value("select password_hash from idem_admin_user");
            assertThat(hash).startsWith("pbkdf2-sha512$1000$").doesNotContain(password);
            assertThat(HASHES.of(password)).as("salted").isNotEqualTo(hash);
        }
    }

    @Test
    @DisplayName("failed logins lock the user for a time of the database's clock, even for the right password")
    void failedLoginsLock() {
        String password = users.createFirst().orElseThrow().password();
        for (int i = 0; i < POLICY.maxFailures(); i++) {
            assertThat(login("admin", password))
                    .as("a login ends the count of failures")
                    .isPresent();
            assertThat(login("admin", "wrong")).isEmpty();
        }
        for (int i = 0; i < POLICY.maxFailures(); i++) {
            assertThat(login("admin", "wrong")).isEmpty();
        }
        assertThat(login("admin", password)).isEmpty();

        database.execute("update idem_admin_user set locked_until = created_at");
        assertThat(login("admin", "wrong"))
                .as("one failure after the lock locks again")
                .isEmpty();
        assertThat(login("admin", password)).isEmpty();

        database.execute("update idem_admin_user set locked_until = created_at");
        assertThat(login("admin", password)).isPresent();
    }

    @Test
    void theLockIsAsLongAsThePolicySays() {
        users.createFirst();
        for (int i = 0; i < POLICY.maxFailures(); i++) {
            login("admin", "wrong");
        }

        try (TestUnit.Running running = unit.begin()) {
            assertThat(running.entityManager().find(AdminUserEntity.class, "admin").lockedUntil)
                    .isBetween(
                            Instant.now().plus(Duration.ofMinutes(55)),
                            Instant.now().plus(Duration.ofMinutes(65)));
        }
    }

    @Test
    void unknownAndDisabledUsersAreRefused() {
        String password = users.createFirst().orElseThrow().password();
        assertThat(login("nobody", password)).isEmpty();
        assertThat(login("ADMIN", password)).isEmpty();
        assertThat(login("admin ", password)).isEmpty();

        database.execute("update idem_admin_user set disabled = true");

        assertThat(login("admin", password)).isEmpty();
        assertThat(users.find("admin")).isEmpty();
    }

    @Test
    @DisplayName("console check 55: logins and failed logins are audited, without what was typed")
    void loginsAreAudited() {
        String password = users.createFirst().orElseThrow().password();
        login("admin", password);
        login("admin", "wrong");
        login("my-secret-typed-here", "x");

        assertThat(verbs())
                .containsExactly(
                        "LOGIN FAILED",
                        "LOGIN FAILED",
                        "LOGIN SUCCEEDED",
                        "CREATE_USER SUCCEEDED",
                        "OPEN_TRAIL SUCCEEDED");
        List<AuditRecord> all = trail.entries(AuditFilter.ALL, OptionalLong.empty(), 10);
        assertThat(all).noneMatch(each -> each.toString().contains("my-secret"));
        assertThat(all.get(2).entry().actor())
                .isEqualTo(new AuditActor("admin", AuditActor.Type.USER, "ADMIN", ADDRESS));
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void aChangedPasswordIsTheOnlyOneAndRaisesTheVersion() {
        String password = users.createFirst().orElseThrow().password();

        AdminUser changed = users.changePassword(admin(), password, CHOSEN, POLICY);

        assertThat(changed).isEqualTo(new AdminUser("admin", Set.of(Role.ADMIN), false, false, 2, ""));
        assertThat(login("admin", password)).isEmpty();
        assertThat(login("admin", CHOSEN)).contains(changed);
    }

    @Test
    void aWrongCurrentPasswordChangesNothingAndLocksInTheEnd() {
        String password = users.createFirst().orElseThrow().password();

        for (int i = 0; i < POLICY.maxFailures(); i++) {
            assertThatThrownBy(() -> users.changePassword(admin(), "wrong", CHOSEN, POLICY))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("current password is wrong");
        }
        assertThatThrownBy(() -> users.changePassword(admin(), password, CHOSEN, POLICY))
                .isInstanceOf(NotAllowedException.class);
        assertThat(verbs()).contains("CHANGE_PASSWORD FAILED");
    }

    @Test
    void weakPasswordsAreRefused() {
        String password = users.createFirst().orElseThrow().password();

        for (String weak : List.of("short", password, "admin-admin-admin", "aaaaaaaaaaaaaaaa", "x".repeat(129))) {
            assertThatThrownBy(() -> users.changePassword(admin(), password, weak, POLICY))
                    .as(weak)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(login("admin", password)).isPresent();
    }

    @Test
    @DisplayName(
            "whom an identity provider vouches for is a user of their own: with the roles of now, and without a password")
    void identitiesAreUsers() {
        AdminUser made = users.vouched(identity("s-1", "erika", Role.OPERATOR), ADDRESS);
        AdminUser again = users.vouched(identity("s-1", "erika", Role.OPERATOR), ADDRESS);
        AdminUser promoted = users.vouched(identity("s-1", "erika", Role.EDITOR), ADDRESS);

        assertThat(made).isEqualTo(new AdminUser("erika", Set.of(Role.OPERATOR), false, true, 1, ""));
        assertThat(again).isEqualTo(made);
        assertThat(promoted.roles()).containsExactly(Role.EDITOR);
        assertThat(promoted.version()).as("sessions with the old roles end").isEqualTo(2);
        for (int i = 0; i < 4; i++) {
            assertThat(login("erika", "")).as("and that locks nobody out").isEmpty();
        }
        users.vouched(identity("s-1", "erika", Role.EDITOR), ADDRESS);
        assertThat(login("erika", "external:")).isEmpty();
        assertThatThrownBy(() -> users.changePassword(
                        new Operator("erika", Set.of(), ADDRESS), "", "a long enough password", POLICY))
                .isInstanceOf(NotAllowedException.class);
        assertThat(users.vouched(new ProvenIdentity("https://idp", "s-9", "guest", Set.of()), ADDRESS)
                        .roles())
                .isEmpty();
    }

    @Test
    @DisplayName("a name is nobody else's: not another person's, not another provider's, not a password's")
    void namesAreNotTakenOver() {
        String password = users.createFirst().orElseThrow().password();
        users.vouched(identity("s-1", "erika", Role.OPERATOR), ADDRESS);
        for (ProvenIdentity thief : List.of(
                identity("s-2", "erika", Role.ADMIN),
                new ProvenIdentity("https://other", "s-1", "erika", Set.of(Role.ADMIN)),
                identity("s-3", "admin", Role.ADMIN))) {
            assertThatThrownBy(() -> users.vouched(thief, ADDRESS))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("belongs to another user");
        }
        assertThatThrownBy(() -> users.vouched(identity("s-4", " ", Role.ADMIN), ADDRESS))
                .isInstanceOf(NotAllowedException.class);

        assertThat(users.find("erika").orElseThrow().roles()).containsExactly(Role.OPERATOR);
        assertThat(login("admin", password)).isPresent();
        assertThat(verbs()).filteredOn(verb -> verb.equals("LOGIN FAILED")).hasSize(3);
    }

    private static ProvenIdentity identity(String subject, String name, Role role) {
        return new ProvenIdentity("https://idp", subject, name, Set.of(role));
    }

    @Test
    void preferencesAreKeptAndEndNoSession() {
        String password = users.createFirst().orElseThrow().password();

        users.prefer("admin", "zone=Asia/Tokyo");

        assertThat(login("admin", password))
                .contains(new AdminUser("admin", Set.of(Role.ADMIN), true, false, 1, "zone=Asia/Tokyo"));
        assertThat(users.find("admin").orElseThrow().preferences()).isEqualTo("zone=Asia/Tokyo");
        assertThatThrownBy(() -> users.prefer("admin", "x".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTrailsEntryIsKeptInATransactionOfItsOwnAndAppendedOnlyInAnother() {
        AuditEntry entry =
                AuditEntry.of("op", AuditActor.SYSTEM, "PURGE", AuditSubject.of("RECORD", "all"), AuditOutcome.DENIED);
        trail.keep(entry);

        assertThat(verbs()).contains("PURGE DENIED");
        assertThatThrownBy(() -> trail.append(entry)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> trail.entries(AuditFilter.ALL, OptionalLong.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trail.entries(AuditFilter.ALL, OptionalLong.empty(), 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Operator admin() {
        return new Operator("admin", Set.of(Role.ADMIN), ADDRESS);
    }

    private List<String> verbs() {
        return trail.entries(AuditFilter.ALL, OptionalLong.empty(), 100).stream()
                .map(each -> each.entry().verb() + " " + each.entry().outcome())
                .toList();
    }
}
