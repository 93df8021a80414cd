package vn.nhipso.reporting;

import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.Text;

/** The problems of this service, beside those of the kit. */
public enum ReportingProblem implements ProblemCode {
    INDICATOR_NOT_FOUND(404, "Không có chỉ tiêu này", "No such indicator"),
    UNIT_NOT_FOUND(404, "Không có đơn vị mang mã này vào ngày đó", "No unit bears this code on that day"),
    DEAD_LETTER_NOT_FOUND(404, "Không có sự kiện hỏng này", "No such dead letter"),
    TOO_MANY_ITEMS(400, "Hỏi quá nhiều số liệu một lần", "Too many items asked for at once"),
    TOOK_TOO_LONG(503, "Câu hỏi cần quá nhiều thời gian", "The question takes too long"),

    // Moments of knowledge
    AS_OF_IN_FUTURE(400, "Thời điểm chưa đến", "The moment is still to come"),
    AS_OF_NOT_SETTLED(503, "Thời điểm chưa chốt", "The moment is not yet settled"),

    // Rebuilds
    REBUILD_UNDER_WAY(409, "Đang có một lần tính lại", "A rebuild is under way"),
    REBUILD_NOT_SWAPPED(503, "Chưa thay được các số tổng hợp", "The rollups could not be swapped"),

    // Live updates
    TOO_MANY_LISTENERS(503, "Quá nhiều người đang nghe", "Too many are listening"),
    ;

    private final int status;
    private final Text title;

    ReportingProblem(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
