package vn.nhipso.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/**
 * How the code is built, as tests that teach. A module includes them in its own {@code ArchitectureTest}:
 * {@code @ArchTest static final ArchTests houseRules = ArchTests.in(HouseRules.class);}
 */
public final class HouseRules {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("vn.nhipso.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because(
                    "a cycle between features means that neither can be read, moved or tested alone; let one of them publish what the other needs");

    @ArchTest
    static final ArchRule kafkaStaysBehindTheKit = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "vn.nhipso.kit.outbox..",
                    "vn.nhipso.kit.intake..",
                    "vn.nhipso.kit.event..",
                    "vn.nhipso.kit.testing..",
                    "vn.nhipso.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .allowEmptyShould(true)
            .because(
                    "a send outside the outbox can be lost and a read outside the intake can count twice; use Outbox and EventApplier");

    @ArchTest
    static final ArchRule noFieldInjection = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .allowEmptyShould(true)
            .because("what a class needs stands in its constructor, so that it can be made without a container");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("vn.nhipso.kit.testing..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true)
            .because("'today' is Vietnam's day and tests set it; inject " + Clock.class.getSimpleName()
                    + " and use VietnamTime");

    @ArchTest
    static final ArchRule noLocalDateTime = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(LocalDateTime.class)
            .allowEmptyShould(true)
            .because("a moment is an Instant, a day a LocalDate; a LocalDateTime is neither");

    @ArchTest
    static final ArchRule figuresAreDecimals = noFields()
            .that()
            .areDeclaredInClassesThat(inNhipso())
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class)
            .allowEmptyShould(true)
            .because("54.30 is not 54.3 and 0.1 + 0.2 must be 0.3: figures are BigDecimal from request to response");

    @ArchTest
    static final ArchRule domainKnowsNoHttp = noClasses()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .haveSimpleNameEndingWith("Service")
            .or()
            .haveSimpleNameEndingWith("Check")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
            .allowEmptyShould(true)
            .because(
                    "only a Resource speaks HTTP; rules and storage are used by jobs and tests too. Throw a ProblemException");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that(inNhipso())
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .allowEmptyShould(true)
            .because("such a name says nothing of what it holds; use the field's word for it");

    private HouseRules() {}

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inNhipso() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "in NhipSo", type -> type.getPackageName().startsWith("vn.nhipso"));
    }
}
