package vn.nhipso.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.problem.ProblemException;

class CsvTableTest {

    private static final TableLimits LIMITS = new TableLimits(1_000_000, 100, 10, 50, 1_000_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorShouldBeToldFromTheHeader(String separator) {
        TableReader table = read("code,name\n30010,\"Tam Nông, xã; mới\tcũ\"\n"
                .replace("code,", "code" + separator)
                .replace("30010,", "30010" + separator));

        assertThat(table.header()).containsExactly("code", "name");
        assertThat(table.next().cells()).containsExactly("30010", "Tam Nông, xã; mới\tcũ");
        assertThat(table.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesShouldBeCountedWhateverTheirEndAndBlankOnesSkipped(String end) {
        List<TableRow> rows = rows(String.join(end, "\uFEFFa,b", "", "1,2", ",", "3,\"x", "y\"", "4"));

        assertThat(rows).extracting(TableRow::line).containsExactly(3, 5, 7);
        assertThat(rows)
                .extracting(TableRow::cells)
                .containsExactly(List.of("1", "2"), List.of("3", "x\ny"), List.of("4", ""));
        assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
    }

    @Test
    void excelsOwnSeparatorLineShouldBeNoHeader() {
        TableReader table = read("sep=;\na;b\n1;2\n");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.next()).isEqualTo(new TableRow(3, List.of("1", "2"), List.of()));
    }

    @Test
    void aRowShouldHaveNoMoreFaultsThanCells() {
        List<TableRow> rows = rows("a,b\n" + "\"\"x,".repeat(5_000) + "\n1,2\n");

        assertThat(rows.getFirst().faults()).hasSizeLessThanOrEqualTo(LIMITS.columns() + 2);
        assertThat(rows.getFirst().faults()).extracting(CellFault::cell).startsWith(0, 1, 2);
        assertThat(rows.getLast().faults()).isEmpty();
    }

    @Test
    void everyLineThatIsNotUtf8ShouldBeNamed() {
        List<TableRow> rows = rows("a,b\nxã,1\nph\u00e3,2\nxã,3\n\u00f4,4\n", StandardCharsets.ISO_8859_1);

        assertThat(rows)
                .filteredOn(row -> !row.faults().isEmpty())
                .extracting(TableRow::line)
                .containsExactly(2, 3, 4, 5);
        assertThat(rows.getFirst().faults().getFirst().code().name()).isEqualTo("FILE_NOT_UTF8");
        assertThat(rows.getFirst().cells().getFirst()).isEqualTo("x\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16ShouldBeRefusedWithASentence(String charset) {
        ProblemException problem = refusal("code,name\n1,b\n".getBytes(Charset.forName(charset)));

        assertThat(problem.code().name()).isEqualTo("FILE_NOT_UTF8");
        assertThat(problem.detail().en()).contains("UTF-16");
    }

    @Test
    void controlCharactersAndLostLettersShouldBeFaults() {
        List<TableRow> rows = rows("a,b\nx\0y,1\nx,\u0007\nH\uFFFDa,3\nok,4\n");

        assertThat(rows).extracting(row -> row.faults().size()).containsExactly(1, 1, 1, 0);
        assertThat(rows.getFirst().faults().getFirst().detail().en()).contains("U+0000");
        assertThat(rows.get(1).faults().getFirst().cell()).isEqualTo(1);
    }

    @Test
    void cellLongerThanTheLimitShouldBeAFaultAndTheNextRowsBeRead() {
        List<TableRow> rows = rows("a,b\n" + "x".repeat(10_000) + ",1\n\"" + "y".repeat(10_000) + "\",2\nz,3\n");

        assertThat(rows).extracting(row -> row.faults().size()).containsExactly(1, 1, 0);
        assertThat(rows.getFirst().faults().getFirst().code().name()).isEqualTo("CELL_TOO_LONG");
        assertThat(rows.getFirst().cells().getFirst()).hasSize(50);
        assertThat(rows).extracting(row -> row.cells().get(1)).containsExactly("1", "2", "3");
    }

    @Test
    void quoteThatIsNotClosedShouldBeAFaultOfItsLineOnly() {
        List<TableRow> rows = rows("a,b\n1,\"x\n2,b\n3,c\n" + "4,d\n".repeat(20));

        assertThat(rows).hasSize(23);
        assertThat(rows.getFirst().faults()).hasSize(1);
        assertThat(rows.getFirst().cells()).containsExactly("1", "x");
        assertThat(rows.subList(1, 23))
                .allSatisfy(row -> assertThat(row.faults()).isEmpty());
        assertThat(rows.get(1)).isEqualTo(new TableRow(3, List.of("2", "b"), List.of()));
        assertThat(rows.getLast().line()).isEqualTo(24);
    }

    @Test
    void quoteOpenedOnEveryLineShouldNameEveryLine() {
        List<TableRow> rows = rows("a\n" + "\"x\n\n".repeat(40));

        assertThat(rows).hasSize(40).allSatisfy(row -> assertThat(row.faults()).isNotEmpty());
    }

    @Test
    void textBehindAClosingQuoteShouldBeAFault() {
        List<TableRow> rows = rows("a,b\n\"x\"y,1\n\"x\"\"y\",2\nx\"y,3\n");

        assertThat(rows).extracting(row -> row.faults().size()).containsExactly(1, 0, 0);
        assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("xy", "x\"y", "x\"y");
    }

    @Test
    void moreCellsThanTheHeaderShouldBeAFaultUnlessTheyAreBlank() {
        List<TableRow> rows = rows("a,b,,\n1,2,,,\n1,2,3\n" + ",".repeat(5_000) + "x\n");

        assertThat(rows).extracting(row -> row.faults().size()).containsExactly(0, 1, 1);
        assertThat(rows.get(1).faults().getFirst().cell()).isEqualTo(2);
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
    }

    @Test
    void cellsShouldLoseOuterBlanksAndNothingElse() {
        assertThat(rows("a\n\" \u00A0Xa\u0303 Ho\u0300a \"\n").getFirst().cells())
                .containsExactly("Xa\u0303 Ho\u0300a");
    }

    @Test
    void formulasShouldBeKnownByTheirLooks() {
        TableRow row = rows("a,b,c,d\n=1+1,-5,@x,+84 912\n").getFirst();

        assertThat(List.of(0, 1, 2, 3)).extracting(row::looksLikeFormula).containsExactly(true, false, true, true);
    }

    @Test
    void fileWithoutRowsShouldBeEmpty() {
        for (String content : List.of("", "\n\n", "\uFEFF", " , ,\n", "a,b\n", "a,b\n,\n")) {
            assertThat(refusal(content.getBytes(StandardCharsets.UTF_8)).code().name())
                    .isEqualTo("FILE_EMPTY");
        }
    }

    @Test
    void moreRowsColumnsOrBytesThanAllowedShouldBeRefused() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> rows("a\n" + "1\n".repeat(101)))
                        .code()
                        .name())
                .isEqualTo("TOO_MANY_ROWS");
        assertThat(rows("a\n" + "1\n".repeat(100))).hasSize(100);
        assertThat(refusal("a,".repeat(10).concat("a\n1\n").getBytes(StandardCharsets.UTF_8))
                        .code()
                        .name())
                .isEqualTo("FILE_MALFORMED");
        assertThat(refusal(new byte[1_000_001]).code().name()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void millionsOfBlankLinesShouldBeTooManyRows() throws IOException {
        Path file = Files.writeString(folder.resolve("blank"), "a,b\n" + ",\n".repeat(2_000_001) + "1,2\n");

        assertThat(catchThrowableOfType(ProblemException.class, () -> TableFile.open(file, TableLimits.standard()))
                        .code()
                        .name())
                .isEqualTo("TOO_MANY_ROWS");
    }

    @Test
    void headerThatCannotBeReadShouldBeRefusedWithItsLine() {
        ProblemException problem = refusal("m\u00e3,t\u00ean\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problem.code().name()).isEqualTo("FILE_NOT_UTF8");
        assertThat(problem.errors()).hasSize(2).allSatisfy(error -> assertThat(error.row())
                .isEqualTo(1));
    }

    private List<TableRow> rows(String content) {
        return rows(content, StandardCharsets.UTF_8);
    }

    private List<TableRow> rows(String content, Charset charset) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = open(content.getBytes(charset))) {
            table.forEachRemaining(rows::add);
        }
        return rows;
    }

    private TableReader read(String content) {
        return open(content.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemException refusal(byte[] content) {
        return catchThrowableOfType(ProblemException.class, () -> open(content).close());
    }

    private TableReader open(byte[] content) {
        try {
            return TableFile.open(Files.write(folder.resolve("upload"), content), LIMITS);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
