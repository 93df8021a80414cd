package vn.nhipso.indicator.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What is wrong with an import, each place named as its form names it: the line and column of a table, the pointer of an item. */
public final class ImportErrors {

    private final boolean table;
    private final List<ProblemError> errors = new ArrayList<>();

    /** @param table whether places are lines and columns */
    public ImportErrors(boolean table) {
        this.table = table;
    }

    /** @param pointer of the field in the JSON form, from the item on */
    public void add(int place, @Nullable String pointer, ProblemCode code, Text detail) {
        String where = pointer == null ? "" : pointer;
        errors.add(ProblemError.row(place, table ? column(where) : "/items/" + place + where, code.name(), detail));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public int count() {
        return errors.size();
    }

    /** A problem that lists the first of them by place, and counts all. */
    public ProblemException problem(ProblemCode code) {
        List<ProblemError> listed = errors.stream()
                .sorted(Comparator.comparing(ProblemError::row, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(ProblemException.LISTED_ERRORS)
                .toList();
        return new ProblemException(
                        code,
                        Text.of(
                                "Có %d lỗi; không có gì được ghi.",
                                "There are %d errors; nothing was recorded.", errors.size()))
                .withErrors(listed)
                .with("errorCount", errors.size());
    }

    /** {@code /names/vi} is name_vi, {@code /reportedBy/0} is reported_by. */
    private static @Nullable String column(String pointer) {
        if (pointer.isEmpty()) {
            return null;
        }
        String name = pointer.replaceFirst("^/names/", "/name_").replaceFirst("^/document/", "/document_");
        String field = name.substring(1).replaceFirst("/.*", "");
        return "/" + field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
