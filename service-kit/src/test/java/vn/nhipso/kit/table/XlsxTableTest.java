package vn.nhipso.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipso.kit.problem.ProblemException;

class XlsxTableTest {

    private static final TableLimits LIMITS = new TableLimits(20_000_000, 5_000, 10, 50, 20_000_000);

    @TempDir
    Path folder;

    @Test
    void textsNumbersAndDaysShouldBeReadAsPeopleSeeThem() {
        List<TableRow> rows = rows(sheet -> {
            header(sheet, "code", "name", "figure", "day");
            sheet.value(1, 0, "01");
            sheet.value(1, 1, " Xã Tam Nông & <mới> ");
            sheet.value(1, 2, 10_000_000);
            sheet.value(1, 3, LocalDate.of(2025, 7, 1));
            sheet.style(1, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 0, 1);
            sheet.value(3, 1, true);
            sheet.value(3, 2, 60.41);
            sheet.value(4, 0, 7);
            sheet.style(4, 0).format("00000").set();
            sheet.value(4, 2, 0.1 + 0.2);
        });

        assertThat(rows)
                .extracting(row -> new TableRow(row.line(), row.cells(), row.faults()))
                .containsExactly(
                        new TableRow(2, List.of("01", "Xã Tam Nông & <mới>", "10000000", "2025-07-01"), List.of()),
                        new TableRow(4, List.of("1", "TRUE", "60.41", ""), List.of()),
                        new TableRow(5, List.of("00007", "", "0.3", ""), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "54.3,0.00,54.30",
        "0.6041,0.00%,60.41",
        "0.60409999999999997,0.00%,60.41",
        "0.604119,0.00%,60.4119",
        "0.5,0%,50",
        "9475,'#,##0',9475",
        "1.5,'0.0;-0.00%',1.5"
    })
    void numberShouldBeTheOneThatTheFormatShowsAndNoDecimalLess(double stored, String format, String shown) {
        TableRow row = rows(sheet -> {
                    header(sheet, "a", "b");
                    sheet.value(1, 0, stored);
                    sheet.style(1, 0).format(format).set();
                    sheet.value(1, 1, "9.475");
                })
                .getFirst();

        assertThat(row.numbers().keySet()).containsExactly(0);
        assertThat(row.numbers().get(0).shown()).isEqualTo(new BigDecimal(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0E7,10000000",
        "60.409999999999997,60.41",
        "1E-7,0.0000001",
        "-0.5,-0.5",
        "54.30,54.3",
        "0,0",
        "12345678901234567890,12345678901234600000"
    })
    void numbersShouldBePlain(String stored, String text) {
        assertThat(CellNumber.text(stored, new CellFormats.Format(false, 0), false))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1900-01-01",
        "59,1900-02-28",
        "61,1900-03-01",
        "45839,2025-07-01",
        "45839.5,2025-07-01T12:00",
        "0.25,06:00"
    })
    void daysShouldCountAsExcelCountsThem(String stored, String day) {
        assertThat(CellNumber.text(stored, new CellFormats.Format(true, 0), false))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1E300", "x", "", "NaN", "1E9999"})
    void numberThatIsNoDayShouldBeNone(String stored) {
        assertThat(CellNumber.text(stored, new CellFormats.Format(true, 0), false))
                .isNull();
    }

    @Test
    void formatsShouldBeTakenForDaysOnlyWhenTheyShowOne() {
        assertThat(List.of("dd/mm/yyyy", "[$-409]d-mmm-yy", "h:mm"))
                .allMatch(code -> CellFormats.Format.of(code).date());
        assertThat(CellFormats.Format.of("0.00\"%\"").percent()).isFalse();
        assertThat(List.of("General", "0.00", "#,##0 \"đồng\"", "[Red]0", "0\\d", "#,##0_);(#,##0)"))
                .noneMatch(code -> CellFormats.Format.of(code).date());
    }

    @Test
    void formulasAndErrorsShouldBeFaults() {
        List<TableRow> rows = rows(sheet -> {
            header(sheet, "a", "b");
            sheet.formula(1, 0, "SUM(1,2)");
            sheet.value(1, 1, "x");
            sheet.value(2, 0, "fine");
        });

        assertThat(rows.getFirst().faults()).hasSize(1);
        assertThat(rows.getFirst().faults().getFirst().code().name()).isEqualTo("CELL_INVALID");
        assertThat(rows.getFirst().faults().getFirst().cell()).isZero();
        assertThat(rows.getLast().faults()).isEmpty();

        List<TableRow> errors = rowsOf("<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>");
        assertThat(errors.getFirst().faults().getFirst().detail().en()).contains("#N/A");
    }

    @Test
    void faultsShouldNotRepeatWhatMayBePersonal() {
        List<TableRow> rows = rowsOf(
                "<row><c><v>0912 345 678</v></c><c t=\"e\"><v>0912345678</v></c></row><row><c t=\"e\"><v>#DIV/0!</v></c></row>");

        assertThat(rows.getFirst().faults()).hasSize(2);
        assertThat(rows.getFirst().toString()).doesNotContain("0912");
        assertThat(rows.getLast().faults().getFirst().detail().en()).contains("#DIV/0!");
    }

    @Test
    void aRowShouldHaveNoMoreFaultsThanCells() {
        List<TableRow> rows = rowsOf("<row>" + "<c><f/></c>".repeat(5_000) + "</row>");

        assertThat(rows.getFirst().faults()).hasSizeLessThanOrEqualTo(LIMITS.columns() + 2);
    }

    @Test
    void overlongCellsAndTooManyCellsShouldBeFaults() {
        List<TableRow> rows = rows(sheet -> {
            header(sheet, "a", "b");
            sheet.value(1, 0, "x".repeat(10_000));
            sheet.value(2, 5, "behind");
            sheet.value(3, 9_000, "far behind");
            sheet.value(4, 0, "fine");
        });

        assertThat(rows).extracting(row -> row.faults().size()).containsExactly(1, 1, 1, 0);
        assertThat(rows.getFirst().faults().getFirst().code().name()).isEqualTo("CELL_TOO_LONG");
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
    }

    @Test
    void richInlineAndEscapedTextsShouldBeRead() {
        List<TableRow> rows =
                rowsOf("<row><c t=\"inlineStr\"><is><r><t>Tam </t></r><r><t>Nông</t></r><rPh><t>hint</t></rPh></is></c>"
                        + "<c t=\"str\"><v>a_x000D_&#10;b &amp; c</v></c></row>");

        assertThat(rows.getFirst()).isEqualTo(new TableRow(2, List.of("Tam Nông", "a\nb & c"), List.of()));
    }

    @Test
    void thousandsOfReferencesToCharactersShouldBeNoAttack() {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row <= 4_001; row++) {
            rows.append("<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"inlineStr\"><is><t>" + row
                    + "&amp;&#7841;".repeat(10) + "</t></is></c></row>");
        }

        List<TableRow> read = rowsOf(rows.toString());

        assertThat(read).hasSize(4_000);
        assertThat(read.getLast().cells().getFirst()).isEqualTo("4001" + "&ạ".repeat(10));
    }

    @Test
    void bytesThatAreNotUtf8ShouldBeAFaultOfTheirRow() {
        RawWorkbook workbook = RawWorkbook.withRows("");
        byte[] sheet =
                ("<worksheet><sheetData><row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>\u00e3</v></c></row>"
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.ISO_8859_1);

        List<TableRow> read =
                read(workbook.part("xl/worksheets/sheet1.xml", sheet).write(folder.resolve("raw.xlsx")));

        assertThat(read.getFirst().faults()).hasSize(1);
    }

    @Test
    void firstVisibleSheetShouldBeTheOneThatIsRead() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("ẩn");
            header(hidden, "hidden");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet shown = workbook.newWorksheet("hiện");
            header(shown, "shown");
            shown.value(1, 0, "1");
        }

        try (TableReader table = TableFile.open(file, LIMITS)) {
            assertThat(table.header()).containsExactly("shown");
        }
    }

    @Test
    void moreRowsThanAllowedShouldBeRefusedAndThatManyBeRead() {
        Consumer<Worksheet> full = sheet -> {
            header(sheet, "a");
            for (int row = 1; row <= 5_000; row++) {
                sheet.value(row, 0, "Xã Tân Tiến");
            }
        };

        assertThat(rows(full)).hasSize(5_000);
        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> rows(full.andThen(sheet -> sheet.value(5_001, 0, "x"))))
                        .code()
                        .name())
                .isEqualTo("TOO_MANY_ROWS");
    }

    private List<TableRow> rows(Consumer<Worksheet> content) {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("Sheet 1"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return read(file);
    }

    private List<TableRow> rowsOf(String rows) {
        return read(RawWorkbook.withRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
                                + rows)
                .write(folder.resolve("raw.xlsx")));
    }

    private static List<TableRow> read(Path file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = TableFile.open(file, LIMITS)) {
            table.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static void header(Worksheet sheet, String... names) {
        for (int column = 0; column < names.length; column++) {
            sheet.value(0, column, names[column]);
        }
    }
}
