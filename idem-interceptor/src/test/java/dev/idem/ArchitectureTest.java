package dev.idem;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** The arrows between the packages, and the habits of all of them. */
@AnalyzeClasses(packages = "dev.idem", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.idem";

    /** Package → the packages of ours it may use; every package may use {@code dev.idem}, which uses none of them. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("spi", Set.of()),
            Map.entry("engine", Set.of("spi")),
            Map.entry("inspect", Set.of("engine")),
            Map.entry("key", Set.of("engine", "spi")),
            Map.entry("refusal", Set.of("engine", "key", "spi")),
            Map.entry("check", Set.of("engine", "key", "refusal", "spi")),
            Map.entry("transaction", Set.of("engine", "spi")),
            Map.entry("codec", Set.of("spi")),
            Map.entry("jms", Set.of("spi")),
            Map.entry("cipher", Set.of("engine", "spi")),
            Map.entry("cache", Set.of("engine")),
            Map.entry("cdi", Set.of("engine", "key", "check", "cache", "cipher", "refusal", "transaction", "spi")),
            Map.entry("persistence", Set.of("engine", "spi", "inspect")),
            Map.entry("replay", Set.of("engine", "spi", "inspect")),
            Map.entry("rest", Set.of("engine", "spi", "inspect")),
            Map.entry("token", Set.of("engine", "spi")),
            Map.entry("outbox", Set.of("engine", "spi", "inspect")),
            Map.entry("effect", Set.of("engine", "spi")),
            Map.entry("purge", Set.of("engine", "spi", "inspect")),
            Map.entry("observe", Set.of("engine", "spi", "inspect")));

    /** Where calls wait for the database: a monitor held there would pin a virtual thread to its carrier. */
    @ArchTest // scenario 22: a call holds no monitor while it waits
    static final ArchRule callsHoldNoMonitor = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "dev.idem.cdi", "dev.idem.engine", "dev.idem.persistence", "dev.idem.transaction", "dev.idem.token")
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static void everyPackageHasItsArrows(JavaClasses classes) {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : classes) {
            packages.add(type.getPackageName());
        }
        Set<String> known = new TreeSet<>(Set.of(ROOT));
        ARROWS.keySet().forEach(name -> known.add(ROOT + "." + name));
        assertThat(known).as("packages with arrows").containsAll(packages);
    }

    @ArchTest
    static void packagesUseOnlyWhereTheirArrowsPoint(JavaClasses classes) {
        ARROWS.forEach((name, targets) -> arrows(ROOT + "." + name, targets).check(classes));
        arrows(ROOT, Set.of()).check(classes);
    }

    private static ArchRule arrows(String from, Set<String> targets) {
        Set<String> allowed = new TreeSet<>(List.of(ROOT, from));
        targets.forEach(target -> allowed.add(ROOT + "." + target));
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.idem..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .as(from + " uses of ours only " + allowed)
                .allowEmptyShould(true); // the arrows of a package are drawn before its first class
    }

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.idem.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule engineKnowsNoContainer = classes()
            .that()
            .resideInAPackage("dev.idem.engine")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.idem", "dev.idem.spi", "dev.idem.engine", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule onlyPersistenceKnowsThePersistenceApi = noClasses()
            .that()
            .resideOutsideOfPackage("dev.idem.persistence")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes)
                .isNotEmpty()
                .allMatch(
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class), "lives in a @NullMarked package");
    }

    @ArchTest
    static final ArchRule namesSayTheRole = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Base|Helper|Common)(\\$.*)?")
            .because("a name says the role, not that there is one");

    @ArchTest
    static final ArchRule staticsAreFinal = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule logsGoToTheSystemLogger = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.idem.observe.LogContext") // the application's own log lines
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..", "org.apache..");

    @ArchTest
    static final ArchRule nobodyWritesToStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule deadlinesGoByTheDatabaseClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("servers' clocks differ (scenario 102)");

    @ArchTest
    static final ArchRule onlyTheWaitOfOneCallForAnotherSleeps = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.idem.engine.Backoff$Sleep")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);
}
