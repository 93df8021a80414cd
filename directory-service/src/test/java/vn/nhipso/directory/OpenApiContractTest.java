package vn.nhipso.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.OpenApiContract;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class OpenApiContractTest {

    @Test
    void servedDescriptionShouldBeTheCommittedOne() {
        OpenApiContract.assertCommitted(Path.of("docs/openapi.yaml"), served());
    }

    @Test
    void everyProblemOfTheCatalogueShouldBeInTheDescription() {
        String served = served();
        for (DirectoryProblem problem : DirectoryProblem.values()) {
            assertThat(served).contains(problem.name());
        }
    }

    private static String served() {
        return given().get("/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
