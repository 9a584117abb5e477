package dev.idem.demo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the demo's packages and to Idem. */
@AnalyzeClasses(packages = "dev.idem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule usesOnlyWhatAUserTypes = noClasses()
            .that()
            .resideInAPackage("dev.idem.demo..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.idem..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.idem", "dev.idem.spi", "dev.idem.demo.."))));

    @ArchTest
    static final ArchRule hasNoCyclesBetweenServices =
            slices().matching("dev.idem.demo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keepsFlywayInOnePlace = noClasses()
            .that()
            .resideInAPackage("dev.idem.demo..")
            .and()
            .resideOutsideOfPackage("dev.idem.demo.database")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flywaydb..");

    @ArchTest
    static final ArchRule keepsTheBrokerInOnePlace = noClasses()
            .that()
            .resideInAPackage("dev.idem.demo..")
            .and()
            .resideOutsideOfPackage("dev.idem.demo.broker.artemis")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    @ArchTest
    static final ArchRule keepsRocketMqInOnePlace = noClasses()
            .that()
            .resideInAPackage("dev.idem.demo..")
            .and()
            .resideOutsideOfPackage("dev.idem.demo.broker.rocketmq")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.rocketmq..");

    @ArchTest
    static final ArchRule keepsKafkaInOnePlace = noClasses()
            .that()
            .resideInAPackage("dev.idem.demo..")
            .and()
            .resideOutsideOfPackage("dev.idem.demo.broker.kafka")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
