package vn.nhipso.indicator.measurement.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.file.Csv;
import vn.nhipso.indicator.measurement.file.ItemColumn;

/** A form as CSV that a Vietnamese Excel opens rightly: with a byte order mark, and semicolons where the comma is for decimals. */
record TemplateCsv(NumberFormat format, Locale language) {

    void write(List<TemplateRow> rows, OutputStream out) throws IOException {
        char separator = format == NumberFormat.VI_VN ? ';' : ',';
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(Csv.row(
                separator,
                TemplateRow.COLUMNS.stream()
                        .map(column -> column.label(language))
                        .toArray(String[]::new)));
        for (TemplateRow row : rows) {
            csv.append(Csv.row(
                    separator,
                    TemplateRow.COLUMNS.stream()
                            .map(column -> cell(row, column))
                            .toArray(String[]::new)));
        }
        out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String cell(TemplateRow row, ItemColumn column) {
        BigDecimal number = row.number(column);
        return number == null ? Csv.harmless(row.text(column)) : format.write(number);
    }
}
