package vn.nhipso.kit.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place, such as {@code /items/0/period}; the name of a query parameter for parameters
 * @param row position of the item, from 0; in CSV and XLSX the line, the header being line 1
 * @param code the stable code
 * @param detail what is wrong and what would be right
 */
public record ProblemError(
        @Nullable String pointer, @Nullable Integer row, String code, Text detail) {

    public static ProblemError at(String pointer, String code, Text detail) {
        return new ProblemError(pointer, null, code, detail);
    }

    public static ProblemError row(int row, @Nullable String pointer, String code, Text detail) {
        return new ProblemError(pointer, row, code, detail);
    }
}
