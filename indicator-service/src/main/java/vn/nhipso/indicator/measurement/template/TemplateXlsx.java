package vn.nhipso.indicator.measurement.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.file.ItemColumn;

/** A form as a workbook: codes and periods as text, numbers as numbers with the decimals they were stated with. */
record TemplateXlsx(NumberFormat format, Locale language) {

    /** More a spreadsheet does not keep. */
    private static final int DIGITS = 15;

    private static final String COMMENT_COLOUR = "7F7F7F";

    void write(List<TemplateRow> rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "NhipSo", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("NhipSo");
            List<ItemColumn> columns = TemplateRow.COLUMNS;
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).label(language));
                sheet.style(0, column).bold().set();
                sheet.width(column, columns.get(column) == ItemColumn.INDICATOR_NAME ? 48 : 16);
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    cell(sheet, row + 1, column, rows.get(row), columns.get(column));
                }
            }
        }
    }

    private void cell(Worksheet sheet, int row, int column, TemplateRow content, ItemColumn what) {
        BigDecimal number = content.number(what);
        if (number == null) {
            text(sheet, row, column, content.text(what), what);
        } else if (number.precision() > DIGITS) {
            text(sheet, row, column, format.write(number), what);
        } else {
            sheet.value(row, column, number);
            if (number.scale() > 0) {
                sheet.style(row, column)
                        .format("0." + "0".repeat(number.scale()))
                        .set();
            }
        }
    }

    /** Cells for words stay text, or 2024-09 would become a day; cells for numbers are left to whoever types. */
    private static void text(Worksheet sheet, int row, int column, String text, ItemColumn what) {
        if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
        if (what.isComment()) {
            sheet.style(row, column).fontColor(COMMENT_COLOUR).set();
        } else if (!what.isNumber()) {
            sheet.style(row, column).format("@").set();
        }
    }
}
