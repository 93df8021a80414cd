package vn.nhipso.indicator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import vn.nhipso.kit.testing.HouseRules;

@AnalyzeClasses(packages = "vn.nhipso.indicator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule ingestIsSetBased = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("vn.nhipso.indicator.measurement..", "vn.nhipso.indicator.finding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "io.quarkus.hibernate..")
            .because(
                    "measurements come by the thousand: a handful of statements a batch, never a row at a time through an ORM");

    @ArchTest
    static final ArchRule rulesArePure = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("vn.nhipso.indicator.check..", "vn.nhipso.indicator.figure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta.enterprise..", "jakarta.ws.rs..")
            .because("a rule is a function of what it judges, so that its examples need no database");
}
