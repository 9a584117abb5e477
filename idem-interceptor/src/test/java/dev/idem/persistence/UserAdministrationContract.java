package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Intent;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.OneTimePassword;
import dev.idem.inspect.Operator;
import dev.idem.inspect.ProvenIdentity;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserAdministration;
import dev.idem.inspect.UserChange;
import dev.idem.inspect.UserLine;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link UserAdministration}. */
abstract class UserAdministrationContract extends UserFixture {

    private static final Operator ADA = new Operator("ada", Set.of(Role.ADMIN), Optional.of("127.0.0.1"));
    private static final Operator EVE = new Operator("eve", Set.of(Role.EDITOR), Optional.of("127.0.0.1"));
    private UserAdministration administration;

    @SuppressWarnings("NullAway.Init")
    UserAdministrationContract() {}

    @BeforeEach
    void administer() {
        administration = administration(session.entityManager());
    }

    private static UserAdministration administration(EntityManager entityManager) {
        return new JpaUserAdministration(
                database(entityManager), new LocalTransactions(entityManager), trail(entityManager), HASHES);
    }

    @Test
    void administratorsCreateUsers() {
        OneTimePassword made = administration.create(ADA, "Zoë 😀", Set.of(Role.VIEWER, Role.AUDITOR), intent());

        assertThat(login("Zoë 😀", made.password()))
                .contains(new AdminUser("Zoë 😀", Set.of(Role.VIEWER, Role.AUDITOR), true, false, 1, ""));
        UserLine line = administration.user(ADA, "Zoë 😀");
        assertThat(line.lastLoginAt()).isPresent();
        assertThat(line.disabled()).isFalse();
        assertThat(administration.users(ADA)).containsExactly(line);
        assertThatThrownBy(() -> administration.create(ADA, "Zoë 😀", Set.of(Role.VIEWER), intent()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("already");
        for (String wrong : List.of(" ", "", "a\nb", " ada", "x".repeat(101))) {
            assertThatThrownBy(() -> administration.create(ADA, wrong, Set.of(Role.VIEWER), intent()))
                    .as(wrong)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> administration.create(ADA, "bob", Set.of(), intent()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName(
            "console check 55: what is done about users has one entry each, with the reason, what was before and after")
    void everythingIsAudited() {
        administration.create(ADA, "bob", Set.of(Role.VIEWER), intent());
        administration.change(ADA, new UserChange("bob", 1, Set.of(Role.OPERATOR), true), intent());
        administration.resetPassword(ADA, "bob", intent());
        assertThatThrownBy(() -> administration.unlock(ADA, "bob", intent())).isInstanceOf(NotAllowedException.class);

        List<AuditRecord> entries = entries();
        assertThat(entries)
                .extracting(entry -> entry.entry().verb() + " " + entry.entry().outcome())
                .containsExactly(
                        "CREATE_USER SUCCEEDED",
                        "CHANGE_USER SUCCEEDED",
                        "RESET_PASSWORD SUCCEEDED",
                        "UNLOCK_USER FAILED");
        assertThat(entries).allMatch(each -> each.entry().reason().equals(Optional.of("because")));
        assertThat(entries.get(1).entry().before()).contains("VIEWER");
        assertThat(entries.get(1).entry().after()).contains("OPERATOR, disabled");
    }

    @Test
    void whoMayNotIsToldAndAudited() {
        administration.create(ADA, "bob", Set.of(Role.VIEWER), intent());
        List<Runnable> forbidden = List.of(
                () -> administration.users(EVE),
                () -> administration.user(EVE, "bob"),
                () -> administration.create(EVE, "carl", Set.of(Role.ADMIN), intent()),
                () -> administration.change(EVE, new UserChange("bob", 1, Set.of(Role.ADMIN), false), intent()),
                () -> administration.resetPassword(EVE, "bob", intent()),
                () -> administration.unlock(EVE, "bob", intent()));
        for (Runnable each : forbidden) {
            assertThatThrownBy(each::run).isInstanceOf(NotPermittedException.class);
        }

        assertThat(users.find("carl")).isEmpty();
        assertThat(administration.user(ADA, "bob").user().version()).isEqualTo(1);
        assertThat(entries().stream()
                        .filter(entry -> entry.entry().outcome().name().equals("DENIED")))
                .hasSize(4);
    }

    @Test
    void theSameActionIsDoneOnceAndItsPasswordShownOnce() {
        Intent create = intent();
        OneTimePassword made = administration.create(ADA, "bob", Set.of(Role.VIEWER), create);
        Intent change = intent();
        UserChange editor = new UserChange("bob", 1, Set.of(Role.EDITOR), false);

        assertThatThrownBy(() -> administration.create(ADA, "bob", Set.of(Role.VIEWER), create))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("shown then");
        administration.change(ADA, editor, change);
        administration.change(ADA, editor, change);

        assertThat(login("bob", made.password()).orElseThrow().version()).isEqualTo(2);
        assertThat(entries())
                .filteredOn(entry -> !entry.entry().verb().equals("LOGIN"))
                .hasSize(2);
    }

    @Test
    void aChangeOfWhatIsNotThereAnyMoreIsRefused() {
        administration.create(ADA, "bob", Set.of(Role.VIEWER), intent());
        administration.change(ADA, new UserChange("bob", 1, Set.of(Role.EDITOR), false), intent());

        assertThatThrownBy(
                        () -> administration.change(ADA, new UserChange("bob", 1, Set.of(Role.ADMIN), false), intent()))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> administration.change(ADA, new UserChange("bob", 2, Set.of(), true), intent()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() ->
                        administration.change(ADA, new UserChange("none", 1, Set.of(Role.EDITOR), true), intent()))
                .isInstanceOf(NoSuchRecordException.class);
        assertThatThrownBy(() -> administration.user(ADA, "none")).isInstanceOf(NoSuchRecordException.class);
        assertThatThrownBy(() -> administration.unlock(ADA, "bob", new Intent("0123456789abcdef", " ")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("reason");
        assertThat(users.find("bob").orElseThrow().roles()).containsExactly(Role.EDITOR);
    }

    @Test
    void disabledUsersCannotLogInUntilTheyAreAllowedAgain() {
        String password =
                administration.create(ADA, "bob", Set.of(Role.VIEWER), intent()).password();

        administration.change(ADA, new UserChange("bob", 1, Set.of(Role.VIEWER), true), intent());
        assertThat(login("bob", password)).isEmpty();
        assertThat(users.find("bob")).isEmpty();
        assertThat(administration.user(ADA, "bob").disabled()).isTrue();

        administration.change(ADA, new UserChange("bob", 2, Set.of(Role.VIEWER), false), intent());
        assertThat(login("bob", password)).isPresent();
    }

    @Test
    void aLockAndALostPasswordAreEnded() {
        String password =
                administration.create(ADA, "bob", Set.of(Role.VIEWER), intent()).password();
        lock("bob");
        assertThat(administration.user(ADA, "bob").locked()).isTrue();
        assertThat(login("bob", password)).isEmpty();

        administration.unlock(ADA, "bob", intent());
        assertThat(login("bob", password)).isPresent();

        lock("bob");
        String next = administration.resetPassword(ADA, "bob", intent()).password();
        assertThat(login("bob", password)).isEmpty();
        AdminUser bob = login("bob", next).orElseThrow();
        assertThat(bob.mustChange()).isTrue();
        assertThat(bob.version()).isEqualTo(2);
    }

    private void lock(String name) {
        for (int i = 0; i < 3; i++) {
            login(name, "wrong");
        }
    }

    @Test
    void nobodyChangesThemselvesAndOneAdministratorRemains() {
        administration.create(ADA, "bea", Set.of(Role.ADMIN), intent());
        administration.create(ADA, "cleo", Set.of(Role.ADMIN), intent());
        Operator bea = new Operator("bea", Set.of(Role.ADMIN), Optional.empty());

        assertThatThrownBy(() ->
                        administration.change(bea, new UserChange("bea", 1, Set.of(Role.VIEWER), false), intent()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("another administrator");
        assertThatThrownBy(() -> administration.resetPassword(bea, "bea", intent()))
                .isInstanceOf(NotAllowedException.class);
        administration.change(ADA, new UserChange("cleo", 1, Set.of(Role.ADMIN), true), intent());
        for (UserChange last : List.of(
                new UserChange("bea", 1, Set.of(Role.VIEWER), false),
                new UserChange("bea", 1, Set.of(Role.ADMIN), true))) {
            assertThatThrownBy(() -> administration.change(ADA, last, intent()))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("last administrator");
        }
        administration.change(ADA, new UserChange("bea", 1, Set.of(Role.ADMIN, Role.AUDITOR), false), intent());
    }

    @Test
    void whoHasNoPasswordHereIsDisabledOnly() {
        ProvenIdentity erika = new ProvenIdentity("https://idp", "s-1", "erika", Set.of(Role.VIEWER));
        users.vouched(erika, Optional.empty());

        assertThatThrownBy(() -> administration.resetPassword(ADA, "erika", intent()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("identity provider");
        administration.change(ADA, new UserChange("erika", 1, Set.of(Role.VIEWER), true), intent());

        assertThatThrownBy(() -> users.vouched(erika, Optional.empty()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherAtOnceDoNotLockEverybodyOut() throws Exception {
        administration.create(ADA, "bea", Set.of(Role.ADMIN), intent());
        administration.create(ADA, "cleo", Set.of(Role.ADMIN), intent());
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (List<String> pair : List.of(List.of("bea", "cleo"), List.of("cleo", "bea"))) {
                done.add(both.submit(() -> {
                    try (TestUnit.Running own = unit.begin()) {
                        own.commit();
                        UserAdministration another = administration(own.entityManager());
                        Operator operator = new Operator(pair.get(0), Set.of(Role.ADMIN), Optional.empty());
                        start.await(30, TimeUnit.SECONDS);
                        another.change(operator, new UserChange(pair.get(1), 1, Set.of(Role.ADMIN), true), intent());
                        return true;
                    } catch (NotAllowedException refused) {
                        return false;
                    }
                }));
            }
            assertThat(List.of(
                            done.get(0).get(60, TimeUnit.SECONDS), done.get(1).get(60, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }
        assertThat(administration.users(ADA)).filteredOn(UserLine::disabled).hasSize(1);
    }

    /** Of users, the first first. */
    private List<AuditRecord> entries() {
        List<AuditRecord> entries = new ArrayList<>(trail.entries(AuditFilter.ALL, OptionalLong.empty(), 100));
        entries.removeIf(each -> !each.entry().subject().type().equals("USER"));
        Collections.reverse(entries);
        return entries;
    }

    private static Intent intent() {
        return new Intent(UUID.randomUUID().toString(), "because");
    }
}
