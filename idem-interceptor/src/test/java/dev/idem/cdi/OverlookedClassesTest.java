package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.check.Problem;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlookedClassesTest {

    @Test
    void aClassThatIsNoBeanIsOverlooked() {
        assertThat(OverlookedClasses.problems(List.of(Plain.class), List.of(String.class)))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("IDEM-0023 " + Plain.class.getName())
                .contains("@RequestScoped");
    }

    @Test
    void aBeanAndWhatItExtendsAreFine() {
        assertThat(OverlookedClasses.problems(List.of(Plain.class, Extending.class), List.of(Extending.class)))
                .isEmpty();
    }

    @Test
    void aSubclassOfABeanIsNoBean() {
        assertThat(OverlookedClasses.problems(List.of(Plain.class, Extending.class), List.of(Plain.class)))
                .extracting(Problem::place)
                .containsExactly(Extending.class.getName());
    }

    @Test
    void whatNobodyCallsIsFine() {
        assertThat(OverlookedClasses.problems(
                        List.of(
                                Contract.class,
                                AbstractOne.class,
                                VetoedOne.class,
                                AlternativeOne.class,
                                IdempotencyInterceptor.class),
                        List.of()))
                .isEmpty();
    }

    private static class Plain {}

    private static final class Extending extends Plain {}

    private interface Contract {}

    private abstract static class AbstractOne {}

    @Vetoed
    private static final class VetoedOne {}

    @Alternative
    private static final class AlternativeOne {}
}
