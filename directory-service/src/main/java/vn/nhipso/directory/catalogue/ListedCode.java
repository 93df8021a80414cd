package vn.nhipso.directory.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.Text;

/** Reads codes of a list: those of provinces, districts and communes, with a hint where a spreadsheet took the leading zeros off. */
final class ListedCode {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private ListedCode() {}

    /**
     * Names what is wrong with a code.
     *
     * @param level that the row says, where it does
     */
    static Optional<UnitCode> read(int line, String column, String cell, @Nullable Level level, RowErrors errors) {
        if (cell.isEmpty()) {
            errors.missing(line, column);
            return Optional.empty();
        }
        Optional<UnitCode> code = UnitCode.parse(cell);
        if (code.isEmpty()) {
            errors.add(line, column, DirectoryProblem.CODE_MALFORMED, malformed(cell, level));
            return Optional.empty();
        }
        Level read = code.get().level();
        if (read == Level.COUNTRY) {
            errors.add(
                    line,
                    column,
                    DirectoryProblem.ROOT_IS_FIXED,
                    new Text("VN không đứng trong danh sách.", "VN does not stand in lists."));
            return Optional.empty();
        }
        if (read == Level.HAMLET) {
            errors.add(
                    line,
                    column,
                    DirectoryProblem.CODE_MALFORMED,
                    new Text("Thôn, ấp, khóm không đứng trong danh sách này.", "Hamlets do not stand in this list."));
            return Optional.empty();
        }
        if (level != null && read != level) {
            errors.add(line, column, DirectoryProblem.LEVEL_DIFFERS_FROM_CODE, otherLevel(code.get(), level));
            return Optional.empty();
        }
        return code;
    }

    private static Text malformed(String cell, @Nullable Level level) {
        String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
        return lostZero(cell, level)
                .map(whole -> Text.of(
                        "“%s” không phải mã; có lẽ là %s đã mất số 0 đứng đầu: hãy để cột mã ở dạng văn bản.",
                        "\"%s\" is no code; perhaps %s without its leading zero: keep the column as text.",
                        shown,
                        whole))
                .orElseGet(() -> Text.of(
                        "“%s” không phải mã: tỉnh có 2 chữ số, huyện 3, xã 5.",
                        "\"%s\" is no code: a province has 2 digits, a district 3, a commune 5.", shown));
    }

    private static Text otherLevel(UnitCode code, Level level) {
        return lostZero(code.value(), level)
                .map(whole -> Text.of(
                        "Mã %s thuộc cấp %s, dòng ghi %s; có lẽ là %s đã mất số 0 đứng đầu.",
                        "Code %s is of level %s, the row says %s; perhaps %s without its leading zero.",
                        code,
                        code.level(),
                        level,
                        whole))
                .orElseGet(() -> Text.of(
                        "Mã %s thuộc cấp %s, dòng ghi %s.",
                        "Code %s is of level %s, the row says %s.", code, code.level(), level));
    }

    private static Optional<String> lostZero(String cell, @Nullable Level level) {
        if (!DIGITS.matcher(cell).matches()) {
            return Optional.empty();
        }
        int digits = level == null ? guess(cell.length()) : digits(level);
        return cell.length() < digits ? Optional.of("0".repeat(digits - cell.length()) + cell) : Optional.empty();
    }

    private static int guess(int length) {
        return length == 4 ? 5 : length == 1 ? 2 : 0;
    }

    private static int digits(Level level) {
        return switch (level) {
            case PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
            case COUNTRY, HAMLET -> 0;
        };
    }
}
