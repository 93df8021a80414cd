package vn.nhipso.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

class TableColumnsTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "Mã", "Mã ĐVHC"),
            Column.required("full_name", "Tên đầy đủ"),
            Column.optional("parent_code", "Mã cấp trên"));

    @Test
    void columnsShouldBeFoundInAnyOrderAndSpelling() {
        TableColumns columns = TableColumns.bind(List.of("TÊN ĐẦY ĐỦ", "ma dvhc"), COLUMNS);
        TableRow row = new TableRow(2, List.of("Xã Tam Nông", "30010"), List.of());

        assertThat(columns.get(row, "code")).isEqualTo("30010");
        assertThat(columns.get(row, "full_name")).isEqualTo("Xã Tam Nông");
        assertThat(columns.get(row, "parent_code")).isEmpty();
        assertThat(columns.indexOf("parent_code")).isEqualTo(-1);
        assertThat(TableColumns.bind(List.of("Full Name", "CODE", "Parent-Code"), COLUMNS)
                        .indexOf("parent_code"))
                .isEqualTo(2);
    }

    @Test
    void allMissingColumnsShouldBeNamedAtOnce() {
        ProblemException problem = refusal("parent_code");

        assertThat(problem.code()).isEqualTo(KitProblem.COLUMN_MISSING);
        assertThat(problem.errors()).extracting(ProblemError::pointer).containsExactly("/code", "/full_name");
        assertThat(problem.members()).containsEntry("errorCount", 2);
    }

    @Test
    void unknownAndDoubleColumnsShouldBeNamed() {
        assertThat(refusal("code", "full_name", "code2", "").errors())
                .extracting(ProblemError::pointer)
                .containsExactly("/code2", "/4");
        assertThat(refusal("code", "full_name", "Mã").code()).isEqualTo(KitProblem.COLUMN_TWICE);
    }

    @Test
    void moreErrorsThanAreListedShouldBeCounted() {
        FileErrors errors = new FileErrors();
        for (int line = 5_001; line > 1; line--) {
            errors.add(line, "code", KitProblem.CELL_INVALID, Text.same("x"));
        }

        ProblemException problem = errors.problem(KitProblem.CELL_INVALID, Text.same("x"));

        assertThat(problem.errors()).hasSize(1_000).isSortedAccordingTo((a, b) -> a.row() - b.row());
        assertThat(problem.members()).containsEntry("errorCount", 5_000);
    }

    private static ProblemException refusal(String... header) {
        return catchThrowableOfType(ProblemException.class, () -> TableColumns.bind(List.of(header), COLUMNS));
    }
}
