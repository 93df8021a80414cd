package vn.nhipso.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.testing.NhipsoTestResource;

@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class UploadResourceTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String FORM_START =
            "--limit\r\nContent-Disposition: form-data; name=\"units\"; filename=\"u.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    private static final String FORM_END = "\r\n--limit--\r\n";

    @AfterEach
    void nothingShouldBeLeftInTheFolder() {
        await().untilAsserted(() -> assertThat(uploads()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "stream"})
    void fileLargerThanAnyJsonShouldBeTaken(String way) throws Exception {
        var known = post(way, Uploads.CSV, BodyPublishers.fromPublisher(mebibytes(40), 40L * MEBIBYTE));
        var chunked = post(way, Uploads.XLSX, mebibytes(40));

        assertThat(known.body()).isEqualTo("{\"bytes\":" + 40 * MEBIBYTE + "}");
        assertThat(chunked.body()).isEqualTo(known.body());
    }

    @Test
    void formWithFilesShouldBeTaken() throws Exception {
        var answer = post("form", "multipart/form-data; boundary=limit", form(40));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"bytes\":" + 40 * MEBIBYTE).contains("\"lineage\":-1");
        given().multiPart("units", "u.csv", "a".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("lineage", "l.csv", "bc".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/upload-probe/form")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(1))
                .body("lineage", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({"file,text/csv", "stream,text/csv", "form,multipart/form-data; boundary=limit"})
    void largerFileWithoutALengthShouldBe413WhileItIsRead(String way, String type) throws Exception {
        refused(post(way, type, way.equals("form") ? form(70) : mebibytes(70)));
    }

    @ParameterizedTest
    @CsvSource({"file,text/csv", "file,application/x-ndjson", "form,multipart/form-data; boundary=limit"})
    void largerFileThatSaysItsLengthShouldBe413BeforeItIsRead(String way, String type) throws Exception {
        refused(post(way, type, BodyPublishers.fromPublisher(mebibytes(200), 200L * MEBIBYTE)));
    }

    @Test
    void refusedFileShouldNotBeLeftBehind() {
        given().contentType(Uploads.CSV)
                .body("a\n1\n2\n3")
                .post("/upload-probe/file")
                .then()
                .statusCode(409);
    }

    @Test
    void whatDeadProcessesLeftShouldBeDeletedAtTheStartAndWhatLivingOnesUseShouldStay() throws IOException {
        Path own = folder();
        assertThat(own.toString()).endsWith("-" + ProcessHandle.current().pid());
        String name = own.toString().substring(0, own.toString().lastIndexOf('-') + 1);
        Path dead = Files.createDirectories(Path.of(name + Long.MAX_VALUE / 10));
        Path living = Files.createDirectories(
                Path.of(name + ProcessHandle.current().parent().orElseThrow().pid()));
        Path used = Files.writeString(living.resolve("upload"), "a");
        Files.writeString(dead.resolve("upload"), "a");
        Files.writeString(own.resolve("upload"), "a");

        UploadFolder.deleteLeftovers();

        assertThat(dead).doesNotExist();
        assertThat(own).isEmptyDirectory();
        assertThat(used).exists();
        Files.delete(used);
        Files.delete(living);
    }

    @Test
    void requestWithoutAFileShouldBe400() {
        given().contentType(Uploads.CSV).post("/upload-probe/file").then().statusCode(400);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
    }

    private static HttpResponse<String> post(String way, String type, BodyPublisher body) throws Exception {
        URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/upload-probe/" + way);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .POST(body)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static BodyPublisher mebibytes(int count) {
        return BodyPublishers.ofByteArrays(Collections.nCopies(count, new byte[MEBIBYTE]));
    }

    private static BodyPublisher form(int mebibytes) {
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                text(FORM_START),
                new SequenceInputStream(Collections.enumeration(zeros(mebibytes))),
                text(FORM_END)))));
    }

    private static List<InputStream> zeros(int mebibytes) {
        byte[] mebibyte = new byte[MEBIBYTE];
        return Collections.nCopies(mebibytes, mebibyte).stream()
                .map(bytes -> (InputStream) new ByteArrayInputStream(bytes))
                .toList();
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> uploads() throws IOException {
        try (var files = Files.list(folder())) {
            return files.toList();
        }
    }

    private static Path folder() {
        return Path.of(ConfigProvider.getConfig().getValue("quarkus.http.body.uploads-directory", String.class));
    }
}
