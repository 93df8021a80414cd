package vn.nhipso.kit.table;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/**
 * Rows of a CSV file (RFC 4180). What breaks the form is a fault of its line and reading goes on: after a quote that is not closed at the next
 * line.
 */
final class CsvRows implements RowSource {

    private static final char QUOTE = '"';

    private final CsvCharacters characters;
    private final char separator;
    private final TableLimits limits;

    private CsvRows(CsvCharacters characters, char separator, TableLimits limits) {
        this.characters = characters;
        this.separator = separator;
        this.limits = limits;
    }

    static CsvRows open(Path file, TableLimits limits) throws IOException {
        CsvDialect dialect = CsvDialect.of(file);
        CsvCharacters characters = CsvCharacters.of(file);
        CsvRows rows = new CsvRows(characters, dialect.separator(), limits);
        if (dialect.saysSo()) {
            rows.plain(new RowBuilder(1, limits), characters.read(), '\n');
        }
        return rows;
    }

    @Override
    public @Nullable RowBuilder next() throws IOException {
        RowBuilder row = new RowBuilder(characters.line(), limits);
        int character = characters.read();
        if (character < 0) {
            return null;
        }
        int end = cell(row, character);
        while (end == separator) {
            end = cell(row, characters.read());
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    /** Reads a cell that begins with the given character, and returns what ended it. */
    private int cell(RowBuilder row, int first) throws IOException {
        int end = first == QUOTE ? quoted(row) : plain(row, first, separator);
        row.endCell();
        return end;
    }

    private int plain(RowBuilder row, int first, char until) throws IOException {
        int character = first;
        while (character >= 0 && character != until && character != '\n') {
            row.append(character);
            character = characters.read();
        }
        return character;
    }

    private int quoted(RowBuilder row) throws IOException {
        StringBuilder nextLines = new StringBuilder();
        boolean several = false;
        int character = characters.read();
        while (character >= 0) {
            int next = 0;
            if (character == QUOTE) {
                next = characters.read();
                if (next != QUOTE && !(several && isText(next))) {
                    return afterQuote(row, next);
                }
                if (next != QUOTE) {
                    // Text behind a quote of another line: more likely that one opens than that this one closes.
                    return notClosed(row, nextLines.append(QUOTE).append((char) next));
                }
            }
            if (several) {
                nextLines.append((char) character).append(next == QUOTE ? "\"" : "");
            } else if (character == '\n') {
                several = true;
                if (row.isTooLong()) {
                    return notClosed(row, "");
                }
            }
            row.append(character);
            if (several && row.isTooLong()) {
                return notClosed(row, nextLines);
            }
            character = characters.read();
        }
        return notClosed(row, nextLines);
    }

    private int afterQuote(RowBuilder row, int character) throws IOException {
        if (!isText(character)) {
            return character;
        }
        refuse(
                row,
                "Có chữ sau dấu ngoặc kép đóng; dấu ngoặc kép trong ô phải viết hai lần (\"\").",
                "There is text behind the closing quote; a quote inside a cell is written twice (\"\").");
        return plain(row, character, separator);
    }

    private boolean isText(int character) {
        return character >= 0 && character != '\n' && character != separator;
    }

    private int notClosed(RowBuilder row, CharSequence nextLines) {
        refuse(row, "Dấu ngoặc kép mở mà không đóng.", "A quote is opened and not closed.");
        row.forgetLinesBehindTheFirst();
        characters.unread(nextLines);
        return '\n';
    }

    private static void refuse(RowBuilder row, String vi, String en) {
        row.refuse(row.size(), KitProblem.CELL_INVALID, new Text(vi, en));
    }
}
