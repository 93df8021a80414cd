package vn.nhipso.kit.table;

import java.util.regex.Pattern;

/** Cells of a sheet as texts. What is no entered value, a formula or an error, is refused, and not repeated: it may be personal. */
final class XlsxCells {

    /** As {@code #N/A} and {@code #DIV/0!}: no other value is that of an error. */
    private static final Pattern ERROR = Pattern.compile("#[A-Z/_]{1,20}0?[!?]?");

    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean from1904;
    private final TableLimits limits;

    XlsxCells(SharedTexts texts, CellFormats formats, boolean from1904, TableLimits limits) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
        this.limits = limits;
    }

    /** Reads the cell whose tag is open into its column. */
    void read(XmlPart sheet, RowBuilder row, int column) {
        String type = sheet.attribute("t", "n");
        CellFormats.Format format = formats.get(sheet.attribute("s", ""));
        StringBuilder stored = new StringBuilder();
        String inline = "";
        boolean formula = false;
        while (sheet.next() && !sheet.closes("c")) {
            if (sheet.opens("v")) {
                sheet.text(stored, limits);
            } else if (sheet.opens("is")) {
                inline = SharedTexts.text(sheet, "is", limits);
            } else if (sheet.opens("f")) {
                formula = true;
            }
        }
        if (formula) {
            refuse(
                    row,
                    column,
                    "Ô có công thức; hãy dán thành giá trị.",
                    "The cell has a formula; paste it as a value.");
        }
        row.put(column, text(row, column, type, format, stored.toString(), inline));
    }

    private String text(
            RowBuilder row, int column, String type, CellFormats.Format format, String stored, String inline) {
        if (type.equals("inlineStr")) {
            return inline;
        }
        if (stored.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> texts.get(stored);
            case "str" -> XlsxEscapes.resolve(stored);
            case "b" -> stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE";
            case "d" -> stored.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            case "e" -> error(row, column, stored);
            default -> number(row, column, format, stored);
        };
    }

    private String error(RowBuilder row, int column, String stored) {
        String shown = ERROR.matcher(stored).matches() ? " " + stored : "";
        refuse(row, column, "Ô báo lỗi" + shown + ".", "The cell shows an error" + shown + ".");
        return "";
    }

    private String number(RowBuilder row, int column, CellFormats.Format format, String stored) {
        String text = CellNumber.text(stored, format, from1904);
        if (text == null) {
            refuse(row, column, "Ô không phải số hay ngày đọc được.", "The cell is no readable number or day.");
            return "";
        }
        if (!format.date()) {
            row.put(column, new NumberCell(CellNumber.shown(stored), format.decimals(), format.percent()));
        }
        return text;
    }

    private static void refuse(RowBuilder row, int column, String vi, String en) {
        XlsxRows.refuse(row, column, vi, en);
    }
}
