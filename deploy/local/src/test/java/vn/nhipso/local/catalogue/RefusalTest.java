package vn.nhipso.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.local.api.ApiJson;

class RefusalTest {

    @TempDir
    private Path folder;

    @Test
    void firstBadRowsShouldBePrintedWithTheirLinesAndTheOthersCounted() {
        String printed = printed(new Refusal(problem(25)));
        assertThat(printed)
                .contains("nothing was changed", "IMPORT_REFUSED", "line 2: CODE_TWICE", "line 21: ", "and 1975 more")
                .doesNotContain("line 22: ");
    }

    @Test
    void allListedRowsShouldBeWrittenAsCsvWithTheirQuotes() throws Exception {
        Path file = folder.resolve("errors.csv");
        new Refusal(problem(25)).write(file);
        assertThat(Files.readAllLines(file))
                .hasSize(26)
                .startsWith(
                        "line,place,code,detail", "2,,CODE_TWICE,\"Code \"\"00002\"\" stands twice, also in line 1.\"");
    }

    @Test
    void failedJobShouldSayWhatIsWrongAsAWholeBeforeItsRows() {
        ObjectNode job = problem(3);
        job.remove("code");
        ObjectNode whole = ApiJson.mapper().createObjectNode();
        whole.put("code", "IMPORT_REFUSED").put("detail", "The list was refused.");
        job.withArray("errors").insert(0, whole);
        job.put("status", "FAILED").put("errorCount", 3);
        assertThat(printed(new Refusal(job)).lines())
                .hasSize(4)
                .first()
                .isEqualTo("refused, nothing was changed: IMPORT_REFUSED The list was refused.");
    }

    @Test
    void problemWithoutRowsShouldBeASentence() {
        ObjectNode problem = ApiJson.mapper().createObjectNode();
        problem.put("status", 404)
                .put("code", "NOT_FOUND")
                .put("title", "Not found")
                .put("detail", "Not found");
        assertThat(printed(new Refusal(problem)))
                .isEqualToIgnoringNewLines("refused, nothing was changed: NOT_FOUND Not found");
    }

    private static String printed(Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        refusal.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode problem(int listed) {
        ObjectNode problem = ApiJson.mapper().createObjectNode();
        problem.put("status", 422).put("code", "IMPORT_REFUSED").put("errorCount", 1995);
        ArrayNode errors = problem.putArray("errors");
        for (int line = 2; line < listed + 2; line++) {
            errors.addObject()
                    .put("row", line)
                    .put("code", "CODE_TWICE")
                    .put("detail", "Code \"0000" + line + "\" stands twice, also in line " + (line - 1) + ".");
        }
        return problem;
    }
}
