package vn.nhipso.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiContractTest {

    private static final String BEFORE = """
            openapi: 3.1.0
            info: {title: t, version: "1"}
            paths:
              /v1/units:
                get:
                  parameters:
                  - {name: q, in: query, schema: {type: string}}
                  responses:
                    "200": {description: found}
            """;

    @TempDir
    Path folder;

    @Test
    void sameDocumentShouldPass() throws IOException {
        assertThatCode(() -> OpenApiContract.assertCommitted(committed(), BEFORE))
                .doesNotThrowAnyException();
    }

    @Test
    void removedOperationShouldBreak() throws IOException {
        String after = BEFORE.replace("    get:", "    put:");
        Path committed = committed();

        assertThatThrownBy(() -> OpenApiContract.assertCommitted(committed, after))
                .hasMessageContaining("breaks its callers");
    }

    @Test
    void addedPathShouldHaveToBeAcceptedOnly() throws IOException {
        String after = BEFORE + "  /v1/teams:\n    get:\n      responses:\n        \"200\": {description: found}\n";
        Path committed = committed();

        assertThatThrownBy(() -> OpenApiContract.assertCommitted(committed, after))
                .hasMessageContaining("without breaking");
    }

    @Test
    void valueAddedToAnEnumerationInAnAnswerShouldHaveToBeAcceptedOnly() throws IOException {
        String before = BEFORE.replace("{description: found}", """
                {description: found, content: {application/json: {schema: {type: object, properties: {code: {type: string, enum: [A]}}}}}}""");
        Path committed = Files.writeString(folder.resolve("openapi.yaml"), before);

        assertThatThrownBy(() -> OpenApiContract.assertCommitted(committed, before.replace("[A]", "[A, B]")))
                .hasMessageContaining("without breaking");
        Files.writeString(committed, before.replace("[A]", "[A, B]"));
        assertThatThrownBy(() -> OpenApiContract.assertCommitted(committed, before))
                .hasMessageContaining("changed");
    }

    private Path committed() throws IOException {
        return Files.writeString(folder.resolve("openapi.yaml"), BEFORE);
    }
}
