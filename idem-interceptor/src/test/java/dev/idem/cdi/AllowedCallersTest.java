package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedCallersTest {

    private static final RunAs CLERK = new RunAs("replay", Set.of("clerk", "teller"));

    @Test
    void whatSaysNothingIsOpen() {
        assertThat(of(Open.class, "work").everybody()).isTrue();
        assertThat(of(Open.class, "clerks").everybody()).isFalse();
        assertThat(of(Secured.class, "permitted").everybody()).isTrue();
        assertThat(of(Secured.class, "denied").everybody()).isFalse();
    }

    @Test
    void oneOfTheRolesIsEnough() {
        assertThat(of(Open.class, "clerks").include(CLERK)).isTrue();
        assertThat(of(Open.class, "clerks").include(new RunAs("replay", Set.of("auditor"))))
                .isFalse();
        assertThat(of(Open.class, "clerks").text()).isEqualTo("one of the roles clerk, manager");
        assertThat(of(Open.class, "anybodyKnown").include(CLERK)).isTrue();
    }

    @Test
    void methodCountsBeforeItsClass() {
        assertThat(of(Secured.class, "work").include(CLERK)).isFalse();
        assertThat(of(Secured.class, "clerks").include(CLERK)).isTrue();
        assertThat(of(Secured.class, "denied").include(CLERK)).isFalse();
        assertThat(of(Closed.class, "work").include(CLERK)).isFalse();
        assertThat(of(Closed.class, "clerks").include(CLERK)).isTrue();
    }

    @Test
    void bothClassesOfAnInheritedMethodCount() {
        assertThat(of(Inheriting.class, "work").include(CLERK)).isFalse();
        assertThat(of(Inheriting.class, "work").text())
                .isEqualTo("one of the roles teller and one of the roles manager");
        assertThat(of(Inheriting.class, "work").include(new RunAs("replay", Set.of("manager", "teller"))))
                .isTrue();
    }

    private static AllowedCallers of(Class<?> bean, String method) {
        try {
            return AllowedCallers.of(bean, bean.getMethod(method));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Secured at a method only. */
    public static class Open {
        public void work() {}

        @RolesAllowed({"manager", "clerk"})
        public void clerks() {}

        @RolesAllowed("**")
        public void anybodyKnown() {}
    }

    /** Secured as a whole. */
    @RolesAllowed("manager")
    public static class Secured {
        public void work() {}

        @RolesAllowed("clerk")
        public void clerks() {}

        @PermitAll
        public void permitted() {}

        @DenyAll
        public void denied() {}
    }

    /** Closed as a whole. */
    @DenyAll
    public static class Closed {
        public void work() {}

        @RolesAllowed("clerk")
        public void clerks() {}
    }

    /** Secured in two classes. */
    @RolesAllowed("teller")
    public static class Inheriting extends Secured {}
}
