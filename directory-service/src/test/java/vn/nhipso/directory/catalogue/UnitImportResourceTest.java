package vn.nhipso.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.nhipso.directory.Directory.get;
import static vn.nhipso.directory.catalogue.Lists.HEADER;
import static vn.nhipso.directory.catalogue.Lists.request;
import static vn.nhipso.directory.catalogue.Lists.send;
import static vn.nhipso.directory.catalogue.Lists.threeLevels;
import static vn.nhipso.directory.catalogue.Lists.twoLevels;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionImple;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.Directory;
import vn.nhipso.kit.job.JobRun;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;
import vn.nhipso.kit.web.Uploads;

/** Every test has a province of its own. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class UnitImportResourceTest {

    @Inject
    Catalogues catalogues;

    @Inject
    TransactionManager transactions;

    private static final String IMPORTS = "/v1/unit-imports?act=1365/NQ-UBTVQH15&validFrom=";

    @Test
    void aListShouldBeFiledAsOneChangeAndFoundUnchangedTheSecondTime() {
        String list = threeLevels("71", "71101", "71102", "71103");
        send(IMPORTS + "2021-01-01&within=71&dryRun=true", list)
                .statusCode(200)
                .body("status", equalTo("DRY_RUN"), "begun", equalTo(5), "changeId", nullValue());
        get("/v1/units/71?validAt=2021-01-01").statusCode(404);
        send(IMPORTS + "2021-01-01&within=71", list)
                .statusCode(200)
                .body(
                        "status", equalTo("APPLIED"),
                        "rows", equalTo(5),
                        "begun", equalTo(5),
                        "itemCount", equalTo(5),
                        "items.code", contains("71", "711", "71101", "71102", "71103"),
                        "items[2].what", contains("BEGUN"),
                        "items[2].after.parentCode", equalTo("711"),
                        "sequence", notNullValue());
        send(IMPORTS + "2021-01-01&within=71", list)
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"), "unchanged", equalTo(5), "changeId", nullValue());

        String change = send(IMPORTS + "2025-07-01&within=71", twoLevels("71", "71101", "71104"))
                .statusCode(200)
                .body(
                        "begun", equalTo(1),
                        "ended", equalTo(3),
                        "altered", equalTo(1),
                        "unchanged", equalTo(1),
                        "renamed", equalTo(1),
                        "retyped", equalTo(1),
                        "transferred", equalTo(1),
                        "items.find { it.code == '71101' }.before.name", equalTo("Tên 71101"),
                        "items.find { it.code == '71101' }.after.name", equalTo("Mới 71101"))
                .extract()
                .path("changeId");
        get("/v1/units/71/descendants?validAt=2025-07-01").body("items.code", contains("71101", "71104"));
        get("/v1/units/71/descendants?validAt=2025-06-30")
                .body("items.code", contains("711", "71101", "71102", "71103"));
        get("/v1/unit-changes/" + change)
                .statusCode(200)
                .body("kind", equalTo("CATALOGUE"), "ends", contains("711", "71102", "71103"));
    }

    @Test
    void theOfficesExportShouldBeRecognised() {
        String wide = "\uFEFFTỉnh / Thành Phố,Mã TP,Quận / Huyện,Mã QH,Phường / Xã,Mã PX,Cấp,Tên Tiếng Anh\n"
                + "Thành phố Rộng,72,Quận Một,721,Phường Trong,72101,Phường,Trong Ward\n"
                + "Thành phố Rộng,72,Quận Một,721,Thị Trấn Ngoài,72102,Thị trấn,\n"
                + "Thành phố Rộng,72,Huyện Đảo,722,,,,\n";
        send(IMPORTS + "2021-01-01&within=72", wide).statusCode(200).body("begun", equalTo(5), "rows", equalTo(5));
        get("/v1/units/72?validAt=2021-01-01")
                .body("type", equalTo("thành phố trực thuộc trung ương"), "name", equalTo("Rộng"));
        get("/v1/units/72102?validAt=2021-01-01")
                .body("type", equalTo("thị trấn"), "name", equalTo("Ngoài"), "parentCode", equalTo("721"));
        get("/v1/units/722?validAt=2021-01-01").body("fullName", equalTo("Huyện Đảo"));

        String twoLevels = "Tỉnh Thành Phố;Mã tỉnh;Phường Xã;Mã xã\n"
                + "Thành phố Rộng;72;Phường Trong;72101\n"
                + "Thành phố Rộng;72;Đặc khu Đảo;72103\n";
        send(IMPORTS + "2025-07-01&within=72", twoLevels)
                .statusCode(200)
                .body("ended", equalTo(3), "begun", equalTo(1), "altered", equalTo(1), "unchanged", equalTo(1));
        get("/v1/units/72103?validAt=2025-07-01").body("type", equalTo("đặc khu"), "parentCode", equalTo("72"));
    }

    @Test
    void everyBadRowShouldBeNamedWithItsLineAndNothingRecorded() {
        String list = HEADER
                + "73,Bảy Ba,Tỉnh Bảy Ba,tỉnh,province,\n"
                + "731,Một,Huyện Một,huyện,huyện,73\n"
                + "73101,A,Xã A,xã,commune,731\n"
                + "73101,B,Xã B,xã,COMMUNE,731\n"
                + "73102,C,Xã C,xã,commune,739\n"
                + "73103,D,Xã D,xã,commune,73104\n"
                + "7310,E,Xã E,xã,commune,731\n"
                + "73105,F,Xã F,xã,district,731\n"
                + "73106,G,Xã G,xã,làng,731\n"
                + "73107,,Xã H,xã,commune,731\n"
                + "73108,I,Huyện I,huyện,commune,731\n"
                + "73109,\u202eJ,Xã J,xã,commune,731\n"
                + "73110,=1+1,Xã K,xã,commune,731\n"
                + "VN,Việt Nam,Việt Nam,quốc gia,country,\n"
                + "73111-01,L,Thôn L,thôn,commune,73101\n"
                + "73112," + "x".repeat(301) + ",Xã M,xã,commune,731\n"
                + "73113,N,Xã N,xã,commune,73113\n";
        send(IMPORTS + "2021-01-01&within=73", list)
                .statusCode(422)
                .body("code", equalTo("IMPORT_REFUSED"))
                .body("errors.findAll { it.code == 'DUPLICATE_CODE' }.row", contains(5))
                .body("errors.find { it.row == 5 }.detail", containsString("line 4"))
                .body("errors.find { it.row == 6 }.code", equalTo("PARENT_NOT_IN_LIST"))
                .body("errors.find { it.row == 7 }.code", equalTo("PARENT_OF_WRONG_LEVEL"))
                .body("errors.find { it.row == 8 }.code", equalTo("CODE_MALFORMED"))
                .body("errors.find { it.row == 8 }.detail", containsString("07310"))
                .body("errors.find { it.row == 9 }.code", equalTo("LEVEL_DIFFERS_FROM_CODE"))
                .body("errors.find { it.row == 10 }.code", equalTo("WORD_UNKNOWN"))
                .body("errors.find { it.row == 11 }.code", equalTo("FIELD_MISSING"))
                .body("errors.find { it.row == 11 }.pointer", equalTo("/name"))
                .body("errors.find { it.row == 12 }.code", equalTo("TYPE_NOT_OF_LEVEL"))
                .body("errors.find { it.row == 13 }.code", equalTo("TEXT_INVALID"))
                .body("errors.find { it.row == 14 }.code", equalTo("TEXT_INVALID"))
                .body("errors.find { it.row == 15 }.row", equalTo(15))
                .body("errors.find { it.row == 16 }.code", equalTo("CODE_MALFORMED"))
                .body("errors.find { it.row == 17 }.code", equalTo("TEXT_INVALID"))
                .body("errors.find { it.row == 18 }.code", equalTo("PARENT_OF_WRONG_LEVEL"));
        get("/v1/units/73?validAt=2021-01-01").statusCode(404);
    }

    @Test
    void wideRowsThatContradictShouldBeNamed() {
        String wide = "Tỉnh Thành Phố,Mã tỉnh,Quận Huyện,Mã huyện,Phường Xã,Mã xã\n"
                + "Tỉnh Một,74,Huyện A,741,Xã A,74101\n"
                + "Tỉnh Hai,74,Huyện A,741,Xã B,74102\n"
                + "Tỉnh Một,74,Huyện A,741,Xã B,74101\n"
                + "Tỉnh Một,74,,,Xã C,74103\n"
                + "Tỉnh Một,74,Huyện A,741,Làng D,74104\n";
        send(IMPORTS + "2021-01-01&within=74", wide)
                .statusCode(422)
                .body("errors.row", contains(3, 4, 5, 6))
                .body("errors.code", contains("DUPLICATE_CODE", "DUPLICATE_CODE", "FIELD_MISSING", "TYPE_NOT_OF_LEVEL"))
                .body("errors[0].detail", containsString("line 2"));
    }

    @Test
    void aListShouldBeOfItsArea() {
        send(IMPORTS + "2021-01-01&within=75", threeLevels("75", "75101")).statusCode(200);
        send(IMPORTS + "2021-01-01&within=751", threeLevels("75", "75101"))
                .statusCode(422)
                .body("errors.code", hasItem("OUTSIDE_AREA"));
        send(IMPORTS + "2022-01-01&within=751", HEADER + "75102,Mới,Xã Mới,xã,commune,751\n")
                .statusCode(200)
                .body("begun", equalTo(1), "ended", equalTo(1));
        get("/v1/units/751?validAt=2022-01-01").statusCode(200);
        get("/v1/units/75101?validAt=2022-01-01").statusCode(404);
    }

    @Test
    void aListShouldNeedADayAnActAndColumns() {
        String list = threeLevels("76", "76101");
        send("/v1/unit-imports?act=1", list).statusCode(400).body("errors.pointer", contains("validFrom"));
        send("/v1/unit-imports?validFrom=2021-01-01", list)
                .statusCode(422)
                .body("errors.code", contains("ACT_MISSING"));
        send(IMPORTS + "2021-01-01", list.replace(",type,", ",kind,"))
                .statusCode(422)
                .body("errors.code", hasItem("COLUMN_MISSING"), "errors.pointer", hasItem("/type"));
        send(IMPORTS + "2021-01-01", HEADER).statusCode(422).body("code", equalTo("FILE_EMPTY"));
        send(IMPORTS + "2021-01-01", "").statusCode(400);
        send(IMPORTS + "2021-01-01&dryRun=yes", list).statusCode(400);
        send(TestTokens.steward(), IMPORTS + "2021-01-01&within=76", list.getBytes(StandardCharsets.UTF_16LE))
                .statusCode(422);
    }

    @Test
    void aListShouldNeedRightsOverItsArea() {
        byte[] list = threeLevels("77", "77101").getBytes(StandardCharsets.UTF_8);
        send(IMPORTS + "2021-01-01&within=77", threeLevels("77", "77101")).statusCode(200);
        send(TestTokens.reporter("77"), IMPORTS + "2021-01-01&within=77", list).statusCode(403);
        send(TestTokens.token("steward-76", "76", "steward"), IMPORTS + "2021-01-01&within=77", list)
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        send(TestTokens.token("steward-77", "77", "steward"), IMPORTS + "2021-01-01", list)
                .statusCode(403);
        send(TestTokens.token("steward-77", "77", "steward"), IMPORTS + "2021-01-01&within=77", list)
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"));
    }

    @Test
    void anIdempotencyKeyShouldAnswerTheSameAgain() {
        byte[] list = threeLevels("78", "78101").getBytes(StandardCharsets.UTF_8);
        String path = IMPORTS + "2021-01-01&within=78";
        for (int i = 0; i < 2; i++) {
            request(TestTokens.steward())
                    .header("Idempotency-Key", "list-78")
                    .body(list)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPLIED"), "items", hasSize(3));
        }
        request(TestTokens.steward())
                .header("Idempotency-Key", "list-78")
                .body(threeLevels("78", "78102").getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void ofTwoStewardsOneShouldWinAndTheOtherFindItDone() throws Exception {
        String path = IMPORTS + "2021-01-01&within=79";
        String list = threeLevels("79", "79101", "79102");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<String> sent =
                    () -> send(path, list).statusCode(200).extract().path("status");
            List<String> answers = both.invokeAll(List.of(sent, sent)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder("APPLIED", "UNCHANGED");
        }
    }

    @Test
    void aWorkbookShouldBeReadAsACsvIs() {
        request(TestTokens.steward())
                .contentType(Uploads.XLSX)
                .body(Lists.workbook(threeLevels("27", "27101", "27102")))
                .post(IMPORTS + "2021-01-01&within=27")
                .then()
                .statusCode(200)
                .body("begun", equalTo(4));
        get("/v1/units/27102?validAt=2021-01-01").body("fullName", equalTo("Xã Tên 27102"));
        request(TestTokens.steward())
                .contentType(Uploads.XLSX)
                .body(Lists.workbook(threeLevels("27", "27101", "8410x")))
                .post(IMPORTS + "2021-01-01&within=27")
                .then()
                .statusCode(422)
                .body("errors[0].row", equalTo(5));
    }

    @Test
    void aListShouldBecomeAJobForThoseWhoDoNotWait() {
        String job = request(TestTokens.steward())
                .header("Prefer", "respond-async")
                .body(threeLevels("06", "06101", "06102").getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "2021-01-01&within=06")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        finished(job)
                .body("status", equalTo("SUCCEEDED"), "kind", equalTo("unit-import"))
                .body("result.status", equalTo("APPLIED"), "result.begun", equalTo(4));
        get("/v1/units/06102?validAt=2021-01-01").statusCode(200);
        String bad = request(TestTokens.steward())
                .header("Prefer", "respond-async")
                .body(threeLevels("06", "06101", "06101").getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "2022-01-01&within=06")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        finished(bad).body("status", equalTo("FAILED"), "errors.row", hasItem(5));
        request(TestTokens.token("steward-27", "27", "steward"))
                .header("Prefer", "respond-async")
                .body(threeLevels("06", "06101").getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "2022-01-01&within=06")
                .then()
                .statusCode(403);
    }

    @Test
    void aListShouldNotTakeItsHeadOutOfTheRightsOfItsSender() {
        send(IMPORTS + "2021-01-01&within=55", threeLevels("55", "55101")).statusCode(200);
        send(IMPORTS + "2021-01-01&within=94", threeLevels("94", "94101")).statusCode(200);
        String district = HEADER + "941,Huyện Cũ,Huyện Huyện Cũ,huyện,district,94\n94101,Mới,Xã Mới,xã,commune,941\n";
        String token = TestTokens.token("steward-941", "941", "steward");
        send(
                        token,
                        IMPORTS + "2022-01-01&within=941",
                        district.replace("district,94", "district,55").getBytes(StandardCharsets.UTF_8))
                .statusCode(403);
        send(token, IMPORTS + "2022-01-01&within=941", district.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("renamed", equalTo(1));
    }

    @Test
    void aListOfAPartShouldBeBoundedByALaterListOfWhatItStandsUnder() {
        send(IMPORTS + "2021-01-01&within=28", threeLevels("28", "28101")).statusCode(200);
        send(IMPORTS + "2025-07-01&within=28", threeLevels("28", "28101", "28103"))
                .statusCode(200);
        String district =
                HEADER + "28101,Tên 28101,Xã Tên 28101,xã,commune,281\n" + "28102,Muộn,Xã Muộn,xã,commune,281\n";
        send(IMPORTS + "2022-01-01&within=281", district).statusCode(200).body("begun", equalTo(1));
        get("/v1/units/28102?validAt=2025-06-30").statusCode(200);
        get("/v1/units/28102?validAt=2025-07-01").statusCode(404);
    }

    @Test
    void aJobShouldReadOutsideATransactionAndHaveHalfAnHourForTheRest() throws IOException {
        Path list = Files.writeString(Files.createTempFile("units", ".csv"), threeLevels("88", "88101"));
        Path files = Bundle.pack(list, null);
        try {
            TimedRun run = new TimedRun(files, transactions);
            ImportJob.run(run, catalogues, new OneAtATime(), Catalogues.Filed::units);
            assertThat(run.seconds).containsEntry("READING", 0).containsEntry("COMPARING", ImportJob.SECONDS);
        } finally {
            Files.delete(list);
            Files.delete(files);
        }
    }

    /** Notices how long the transaction may last in which something is done; 0 where there is none. */
    private record TimedRun(Path input, TransactionManager transactions, Map<String, Integer> seconds)
            implements JobRun {

        TimedRun(Path input, TransactionManager transactions) {
            this(input, transactions, new HashMap<>());
        }

        @Override
        public UUID id() {
            return new UUID(0, 1);
        }

        @Override
        public String owner() {
            return "steward";
        }

        @Override
        public <T> T parameters(Class<T> type) {
            return type.cast(new ImportJob.Submitted(
                    LocalDate.of(2021, 1, 1), new Act("1/NQ", null, null), null, "88", true, "VN"));
        }

        @Override
        public void progress(String phase, long done, long total) {
            try {
                seconds.put(
                        phase,
                        transactions.getTransaction() instanceof TransactionImple running ? running.getTimeout() : 0);
            } catch (SystemException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void succeed(Object result) {}

        @Override
        public void succeed(Connection transaction, Object result) {}
    }

    private static ValidatableResponse finished(String job) {
        URI path = URI.create(job);
        return Awaitility.await()
                .until(() -> Directory.steward().get(path.getPath()).then(), answer -> List.of("SUCCEEDED", "FAILED")
                        .contains(String.valueOf(answer.extract().<String>path("status"))));
    }
}
