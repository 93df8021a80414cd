package vn.nhipso.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.problem.ProblemException;

/** Workbooks that want memory, files or time. */
class HostileWorkbookTest {

    private static final TableLimits LIMITS = new TableLimits(5_000_000, 5_000, 10, 50, 12_000_000);
    private static final String HEADER = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
    private static final String ROW = "<row><c><v>1</v></c></row>";

    @TempDir
    Path folder;

    @Test
    void partThatUnzipsToMoreThanAllowedShouldBeRefused() {
        assertThat(refusal(RawWorkbook.withRows(HEADER + ROW.repeat(600_000)))).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void partThatIsSmallerZippedThanAnySpreadsheetShouldBeRefused() {
        assertThat(refusal(RawWorkbook.withRows(HEADER + ROW + " ".repeat(4_000_000))))
                .isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void archiveThatLiesAboutItsSizesShouldBeRefused() throws IOException {
        Path file = RawWorkbook.withRows(HEADER + ROW.repeat(100_000) + " ".repeat(6_000_000))
                .write(folder.resolve("lie.xlsx"));
        byte[] content = Files.readAllBytes(file);
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < content.length - 4; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 1_000);
            }
        }
        Files.write(file, content);

        assertThat(refusal(file)).isIn("PAYLOAD_TOO_LARGE", "FILE_MALFORMED");
    }

    @Test
    void moreEntriesThanAWorkbookHasShouldBeRefusedBeforeTheyAreRead() {
        RawWorkbook workbook = RawWorkbook.withRows(HEADER + ROW);
        IntStream.range(0, 3_000).forEach(i -> workbook.part("junk/" + i, ""));

        assertThat(refusal(workbook)).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>",
                "<worksheet><sheetData><row><c t=\"str\"><v>&unknown;</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"str\"><v>x</v></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"99999999999\"><c><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
                "nothing",
                "\uFEFF",
                "<a"
            })
    void sheetThatNoProgramWritesShouldBeMalformed(String sheet) {
        assertThat(refusal(RawWorkbook.withSheet(sheet))).isEqualTo("FILE_MALFORMED");
    }

    @Test
    void sheetInAnotherEncodingShouldBeMalformed() {
        byte[] sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>".getBytes(StandardCharsets.UTF_16);

        assertThat(refusal(RawWorkbook.withSheet("").part("xl/worksheets/sheet1.xml", sheet)))
                .isEqualTo("FILE_MALFORMED");
    }

    @Test
    void endlessTextsTagsAndCommentsShouldBeRefusedBeforeTheyAreHeld() {
        String noise = noise(700_000);

        assertThat(refusal(RawWorkbook.withRows(HEADER + "<row><c t=\"str\"><v>" + noise + "</v></c></row>")))
                .isEqualTo("FILE_MALFORMED");
        assertThat(refusal(RawWorkbook.withRows(HEADER + "<row x=\"" + noise + "\"/>")))
                .isEqualTo("FILE_MALFORMED");
        assertThat(refusal(RawWorkbook.withRows(HEADER + "<!--" + noise.replace("a", "<") + "-->")))
                .isEqualTo("FILE_MALFORMED");
        assertThat(refusal(RawWorkbook.withRows(HEADER + "<?x " + noise.replace("a", "<") + "?>")))
                .isEqualTo("FILE_MALFORMED");
    }

    @Test
    void millionsOfNamesAndOfOpenTagsShouldBeRefused() {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());

        assertThat(refusal(RawWorkbook.withRows(HEADER + ROW + names))).isEqualTo("FILE_MALFORMED");
        assertThat(refusal(RawWorkbook.withRows(HEADER + ROW + "<a>".repeat(100_000))))
                .isEqualTo("FILE_MALFORMED");
    }

    @Test
    void sharedTextsShouldBeCutAndBounded() {
        RawWorkbook workbook = RawWorkbook.withRows(HEADER + "<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000))
                .part("xl/sharedStrings.xml", "<sst><si><t>" + noise(300_000) + "</t></si></sst>");

        try (TableReader table = TableFile.open(workbook.write(folder.resolve("shared.xlsx")), LIMITS)) {
            assertThat(table.next().faults().getFirst().code().name()).isEqualTo("CELL_TOO_LONG");
        }

        assertThat(refusal(RawWorkbook.withRows(HEADER + ROW)
                        .part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(2_000_001) + "</sst>")))
                .isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void oldAndEncryptedWorkbooksShouldBeRefusedWithASentence() throws IOException {
        Path file = Files.write(
                folder.resolve("old.xls"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});

        Throwable refused = catchThrowable(() -> TableFile.open(file, LIMITS));

        assertThat(((ProblemException) refused).detail().en()).contains(".xls").contains("password");
    }

    @Test
    void otherZipFilesAndCutOnesShouldBeMalformed() throws IOException {
        assertThat(refusal(new RawWorkbook().part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo("FILE_MALFORMED");
        byte[] whole = Files.readAllBytes(RawWorkbook.withRows(HEADER + ROW).write(folder.resolve("whole.xlsx")));
        for (int length = 4; length < whole.length; length += 97) {
            Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
            assertThat(refusal(cut)).isEqualTo("FILE_MALFORMED");
        }
    }

    @Test
    void anyDamageShouldBeAProblemAndNothingElse() throws IOException {
        byte[] whole =
                Files.readAllBytes(RawWorkbook.withRows(HEADER + ROW.repeat(50)).write(folder.resolve("whole.xlsx")));
        Random random = new Random(7);
        for (int attempt = 0; attempt < 400; attempt++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= attempt % 4; i++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            Throwable failure = catchThrowable(() -> readAll(Files.write(folder.resolve("damaged.xlsx"), damaged)));
            assertThat(failure == null || failure instanceof ProblemException)
                    .as("%s", failure)
                    .isTrue();
        }
    }

    private String refusal(RawWorkbook workbook) {
        return refusal(workbook.write(folder.resolve("hostile.xlsx")));
    }

    private static String refusal(Path file) {
        Throwable refused = catchThrowable(() -> readAll(file));
        assertThat(refused).isInstanceOf(ProblemException.class);
        return ((ProblemException) refused).code().name();
    }

    private static void readAll(Path file) {
        try (TableReader table = TableFile.open(file, LIMITS)) {
            table.forEachRemaining(row -> assertThat(row.line()).isPositive());
        }
    }

    private static String noise(int length) {
        return new Random(1)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
