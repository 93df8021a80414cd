package vn.nhipso.kit.table;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** Rows of the first visible sheet of a workbook. */
final class XlsxRows implements RowSource {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final XlsxArchive archive;
    private final XmlPart sheet;
    private final XlsxCells cells;
    private final TableLimits limits;
    private int line;

    private XlsxRows(XlsxArchive archive, XmlPart sheet, XlsxCells cells, TableLimits limits) {
        this.archive = archive;
        this.sheet = sheet;
        this.cells = cells;
        this.limits = limits;
    }

    static XlsxRows open(Path file, TableLimits limits) throws IOException {
        XlsxArchive archive = XlsxArchive.open(file, limits);
        try {
            XlsxParts parts = XlsxParts.find(archive);
            String texts = parts.texts();
            String styles = parts.styles();
            XlsxCells cells = new XlsxCells(
                    texts == null || !archive.has(texts)
                            ? SharedTexts.none()
                            : SharedTexts.read(archive.part(texts), limits),
                    styles == null || !archive.has(styles)
                            ? CellFormats.none()
                            : CellFormats.read(archive.part(styles)),
                    parts.from1904(),
                    limits);
            return new XlsxRows(archive, new XmlPart(archive.part(parts.sheet())), cells, limits);
        } catch (IOException | RuntimeException failed) {
            archive.close();
            throw failed;
        }
    }

    @Override
    public @Nullable RowBuilder next() {
        while (sheet.next()) {
            if (sheet.opens("row")) {
                return row();
            }
            if (sheet.closes("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        archive.close();
    }

    private RowBuilder row() {
        line = number(sheet.attribute("r", String.valueOf(line + 1)), LAST_ROW);
        RowBuilder row = new RowBuilder(line, limits);
        int column = -1;
        while (sheet.next() && !sheet.closes("row")) {
            if (sheet.opens("c")) {
                String place = sheet.attribute("r");
                column = place == null ? column + 1 : column(place);
                cells.read(sheet, row, column);
            }
        }
        return row;
    }

    /** The column of a place such as {@code AB12}, from 0. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = Math.min(column * 26 + place.charAt(i) - 'A' + 1, LAST_COLUMN + 1);
        }
        if (column < 1 || column > LAST_COLUMN) {
            throw Malformed.file(new IllegalArgumentException("no place of a cell"));
        }
        return column - 1;
    }

    private static int number(String text, int last) {
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > last) {
            throw Malformed.file(new IllegalArgumentException("no number of a row"));
        }
        return Integer.parseInt(text);
    }

    static void refuse(RowBuilder row, int column, String vi, String en) {
        row.refuse(column, KitProblem.CELL_INVALID, new Text(vi, en));
    }
}
