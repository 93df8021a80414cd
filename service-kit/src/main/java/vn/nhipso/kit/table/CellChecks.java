package vn.nhipso.kit.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** What every cell must keep, whatever it means. */
final class CellChecks {

    /** Stands for bytes that are no UTF-8: a noncharacter, which no text may hold itself. */
    static final char NOT_UTF8 = '\uFFFF';

    private static final char LOST = '\uFFFD';

    private final TableLimits limits;

    CellChecks(TableLimits limits) {
        this.limits = limits;
    }

    /** The row as wide as the header, with its faults. */
    TableRow row(RowBuilder read, int width) {
        List<CellFault> faults = new ArrayList<>(read.faults());
        List<String> cells = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            cells.add(cell(column, read.text(column), faults));
        }
        for (int column = width; column < read.size(); column++) {
            if (!strip(read.text(column)).isEmpty()) {
                faults.add(new CellFault(
                        column,
                        KitProblem.CELL_INVALID,
                        Text.of(
                                "Dòng có nhiều ô hơn tiêu đề (%d cột); có thể dấu phân cách trong ô chưa đặt trong dấu ngoặc kép.",
                                "The row has more cells than the header (%d columns); a separator inside a cell may lack its quotes.",
                                width)));
                break;
            }
        }
        return new TableRow(read.line(), List.copyOf(cells), List.copyOf(faults), read.numbers(width));
    }

    private String cell(int column, String sent, List<CellFault> faults) {
        String text = strip(sent);
        if (text.length() > limits.cellLength()) {
            faults.add(new CellFault(
                    column,
                    KitProblem.CELL_TOO_LONG,
                    Text.of("Ô dài hơn %d ký tự.", "The cell is longer than %d characters.", limits.cellLength())));
            text = text.substring(0, limits.cellLength());
        }
        for (int i = 0; i < text.length(); i++) {
            CellFault fault = fault(column, text.charAt(i));
            if (fault != null) {
                faults.add(fault);
                return text.replace(NOT_UTF8, LOST).replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", String.valueOf(LOST));
            }
        }
        return text;
    }

    private static @Nullable CellFault fault(int column, char character) {
        if (character == NOT_UTF8) {
            return new CellFault(
                    column,
                    KitProblem.FILE_NOT_UTF8,
                    new Text(
                            "Ô không phải UTF-8 (có thể là Windows-1258 hay TCVN3); hãy lưu tệp dạng “CSV UTF-8”.",
                            "The cell is not UTF-8 (Windows-1258 or TCVN3, perhaps); save the file as \"CSV UTF-8\"."));
        }
        if (character == LOST) {
            return new CellFault(
                    column,
                    KitProblem.CELL_INVALID,
                    new Text(
                            "Ô có ký tự � : chữ đã mất ở một lần chuyển mã trước.",
                            "The cell has the character � : letters were lost in an earlier conversion."));
        }
        if (character < ' ' && character != '\t' && character != '\n' || character == '\u007F') {
            return new CellFault(
                    column,
                    KitProblem.CELL_INVALID,
                    Text.of(
                            "Ô có ký tự điều khiển U+%04X.",
                            "The cell has the control character U+%04X.", (int) character));
        }
        return null;
    }

    /** Without outer blanks, those of word processors included (no-break space). */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' '
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || Character.isSpaceChar(character);
    }
}
