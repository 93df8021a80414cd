package vn.nhipso.reporting;

import static io.restassured.RestAssured.given;

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
        String served = given().get("/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        OpenApiContract.assertCommitted(Path.of("docs/openapi.yaml"), served);
    }
}
