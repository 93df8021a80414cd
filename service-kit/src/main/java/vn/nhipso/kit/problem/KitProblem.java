package vn.nhipso.kit.problem;

/** The problems that every service can answer with. */
public enum KitProblem implements ProblemCode {
    MALFORMED_REQUEST(400, "Nội dung yêu cầu không đọc được", "The request cannot be read"),
    INVALID_PARAMETER(400, "Tham số không hợp lệ", "A parameter is not valid"),
    UNKNOWN_PARAMETER(400, "Tham số không tồn tại", "A parameter does not exist"),
    INVALID_CURSOR(400, "Con trỏ trang không hợp lệ", "The cursor is not valid"),
    UNAUTHENTICATED(401, "Cần đăng nhập", "Authentication is needed"),
    FORBIDDEN(403, "Không có quyền", "Not allowed"),
    NOT_FOUND(404, "Không tìm thấy", "Not found"),
    JOB_NOT_FOUND(404, "Không tìm thấy tác vụ", "Job not found"),
    METHOD_NOT_ALLOWED(405, "Phương thức không được hỗ trợ", "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "Không có dạng trả lời được yêu cầu", "No acceptable representation"),
    BODY_TOO_SLOW(408, "Nội dung được gửi quá chậm", "The body comes too slowly"),
    CONFLICT(409, "Xung đột với trạng thái hiện tại", "Conflict with the present state"),
    IDEMPOTENCY_KEY_REUSED(
            409, "Khóa chống gửi trùng đã dùng cho yêu cầu khác", "The idempotency key was used for another request"),
    JOB_FINISHED(409, "Tác vụ đã kết thúc", "The job has ended"),
    PRECONDITION_FAILED(412, "Dữ liệu đã thay đổi", "The resource has changed"),
    PAYLOAD_TOO_LARGE(413, "Nội dung quá lớn", "The payload is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Kiểu nội dung không được hỗ trợ", "The media type is not supported"),
    TOO_MANY_ROWS(413, "Quá nhiều dòng", "Too many rows"),
    INVALID_FIELD(422, "Trường không hợp lệ", "A field is not valid"),
    UNKNOWN_FIELD(422, "Trường không tồn tại", "A field does not exist"),
    FILE_EMPTY(422, "Tệp trống", "The file is empty"),
    FILE_MALFORMED(422, "Tệp không đọc được", "The file cannot be read"),
    FILE_NOT_UTF8(422, "Tệp không phải UTF-8", "The file is not UTF-8"),
    COLUMN_MISSING(422, "Thiếu cột", "A column is missing"),
    COLUMN_UNKNOWN(422, "Cột không tồn tại", "A column is not known"),
    COLUMN_TWICE(422, "Cột lặp lại", "A column stands twice"),
    CELL_INVALID(422, "Ô không hợp lệ", "A cell is not valid"),
    CELL_TOO_LONG(422, "Ô quá dài", "A cell is too long"),
    PRECONDITION_REQUIRED(428, "Thiếu điều kiện If-Match", "If-Match is required"),
    INTERNAL_ERROR(500, "Lỗi hệ thống", "Internal error"),
    SEQUENCE_NOT_REACHED(503, "Dữ liệu chưa được xử lý tới đó", "Not yet applied up to that sequence"),
    UNAVAILABLE(503, "Tạm thời không phục vụ được", "Temporarily unavailable");

    private final int status;
    private final Text title;

    KitProblem(int status, String vi, String en) {
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
