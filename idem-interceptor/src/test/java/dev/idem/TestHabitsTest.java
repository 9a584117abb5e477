package dev.idem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What no test does: sleep, hope, or step aside. */
@AnalyzeClasses(packages = "dev.idem", importOptions = OnlyIncludeTests.class)
class TestHabitsTest {

    @ArchTest
    static final ArchRule testsWaitForEventsInsteadOfSleeping = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("latches and Awaitility tell when a thing happened");

    @ArchTest
    static final ArchRule noTestIsDisabled = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.jupiter\\.api\\.(Disabled|Assumptions|condition\\..+)")
            .because("what a test needs and does not find is a failure");
}
