package vn.nhipso.directory.team;

import java.util.List;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.Column;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableColumns;

/** The columns of a file of teams, in English or Vietnamese. */
final class TeamColumns {

    static final String UNIT = "unit";
    static final String KIND = "kind";
    static final String LEVEL = "level";
    static final String NAME = "name";
    static final String DECISION_NUMBER = "decision_number";
    static final String DECISION_ISSUER = "decision_issuer";
    static final String DECISION_ISSUED_ON = "decision_issued_on";
    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";
    static final String MEMBER_NAME = "member_name";
    static final String MEMBER_ROLE = "member_role";
    static final String MEMBER_BODY = "member_body";
    static final String MEMBER_PHONE = "member_phone";
    static final String MEMBER_FROM = "member_from";
    static final String MEMBER_TO = "member_to";

    /** The cells of a member; a row without any is a team alone. */
    static final List<String> OF_MEMBER =
            List.of(MEMBER_NAME, MEMBER_ROLE, MEMBER_BODY, MEMBER_PHONE, MEMBER_FROM, MEMBER_TO);

    static final List<Column> ALL = List.of(
            Column.required(UNIT, "mã đơn vị", "đơn vị"),
            Column.required(KIND, "loại tổ", "loại"),
            Column.optional(LEVEL, "cấp", "cấp tổ"),
            Column.required(NAME, "tên tổ"),
            Column.optional(DECISION_NUMBER, "số quyết định"),
            Column.optional(DECISION_ISSUER, "cơ quan ban hành"),
            Column.optional(DECISION_ISSUED_ON, "ngày quyết định", "ngày ban hành"),
            Column.optional(VALID_FROM, "ngày thành lập"),
            Column.optional(VALID_TO, "ngày kết thúc", "ngày giải thể"),
            Column.optional(MEMBER_NAME, "họ và tên", "họ tên"),
            Column.optional(MEMBER_ROLE, "vai trò", "vai trò trong tổ"),
            Column.optional(MEMBER_BODY, "thành phần", "đơn vị công tác", "đại diện"),
            Column.optional(MEMBER_PHONE, "số điện thoại", "điện thoại"),
            Column.optional(MEMBER_FROM, "ngày tham gia", "tham gia từ ngày"),
            Column.optional(MEMBER_TO, "ngày thôi", "ngày rời tổ"));

    private TeamColumns() {}

    /** A file without a header begins with a person: what stands there is not repeated. */
    static TableColumns bind(List<String> header) {
        try {
            return TableColumns.bind(header, ALL);
        } catch (ProblemException refused) {
            FileErrors errors = new FileErrors();
            for (ProblemError error : refused.errors()) {
                boolean own = error.code().equals(KitProblem.COLUMN_MISSING.name());
                errors.add(1, null, error.code(), own ? error.detail() : unknown());
            }
            Text detail = errors.listed().getFirst().detail();
            throw errors.problem(refused.code(), detail);
        }
    }

    private static Text unknown() {
        return new Text(
                "Dòng đầu phải là tên cột; có cột không thuộc mẫu hoặc có hai lần (xem mẫu ở GET /v1/team-imports/template).",
                "The first row must name the columns; one is not of the template or stands twice (see GET /v1/team-imports/template).");
    }
}
