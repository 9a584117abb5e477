package dev.idem.admin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows: api → page → web → {@code dev.idem.inspect}; pages do not know each other. */
@AnalyzeClasses(packages = "dev.idem.admin", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

    private static final String API = "dev.idem.admin.api";
    private static final String WEB = "dev.idem.admin.web";

    @ArchTest
    static final ArchRule theLibraryIsKnownByItsDoorOnly = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.idem..")
                    .and(not(resideInAnyPackage("dev.idem", "dev.idem.inspect", "dev.idem.admin.."))));

    @ArchTest
    static final ArchRule whatIsSharedKnowsNoPage = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.idem.admin..").and(not(resideInAPackage(WEB))));

    @ArchTest
    static final ArchRule pagesDoNotKnowEachOther = slices().matching("dev.idem.admin.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.idem.admin.."), resideInAPackage(WEB))
            .ignoreDependency(resideInAPackage(API), resideInAPackage("dev.idem.admin.."));

    @ArchTest
    static final ArchRule onlyWhatIsSharedRenders = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.thymeleaf..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule nobodyWritesToStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
