package vn.nhipso.indicator;

import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.Text;

/** Every problem this service can answer with, beside those of the kit. The codes are contract; those of 422 also stand on single rows. */
public enum IndicatorProblem implements ProblemCode {
    // Definitions and targets
    INDICATOR_NOT_FOUND(404, "Không tìm thấy chỉ tiêu", "Indicator not found"),
    INDICATOR_CODE_RESERVED(422, "Mã chỉ tiêu dành riêng cho hệ thống", "The indicator code is reserved"),
    TARGET_NOT_FOUND(404, "Không tìm thấy chỉ tiêu giao", "Target not found"),
    TARGET_UNKNOWN(422, "Chỉ tiêu giao không tồn tại", "The target is unknown"),
    TARGET_DIFFERS(409, "Đã có chỉ tiêu giao khác", "Another target stands"),
    TARGET_SUPERSEDED(409, "Chỉ tiêu giao đã được thay thế", "The target to supersede no longer stands"),

    // Batches as a whole
    BATCH_REJECTED(422, "Lô số liệu bị từ chối", "The batch is rejected"),
    TOO_MANY_ITEMS(413, "Quá nhiều số liệu trong một lô", "Too many items in one batch"),
    MEASUREMENT_NOT_FOUND(404, "Không tìm thấy số liệu", "Measurement not found"),
    TOO_MANY_WRITERS(503, "Quá nhiều bên cùng ghi một số liệu", "Too many writers on the same measurements"),
    AS_OF_IN_FUTURE(400, "Thời điểm chưa đến", "The moment is still to come"),
    AS_OF_NOT_SETTLED(503, "Thời điểm chưa chốt", "The moment is not yet settled"),

    // A row: what it names
    FIELD_MISSING(422, "Thiếu trường bắt buộc", "A required field is missing"),
    INDICATOR_UNKNOWN(422, "Chỉ tiêu không tồn tại", "The indicator is unknown"),
    INDICATOR_NOT_VALID(422, "Chỉ tiêu không có hiệu lực trong kỳ", "The indicator is not valid in that period"),
    UNIT_UNKNOWN(422, "Đơn vị không tồn tại", "The unit is unknown"),
    UNIT_NOT_ALIVE(422, "Đơn vị không tồn tại vào ngày đó", "The unit did not exist on that day"),
    UNIT_OUTSIDE_RIGHTS(403, "Đơn vị ngoài phạm vi quyền", "The unit is outside your rights"),
    PERIOD_INVALID(422, "Kỳ báo cáo không hợp lệ", "The period is not valid"),
    PERIOD_IN_FUTURE(422, "Kỳ báo cáo chưa bắt đầu", "The period has not begun"),
    FLOW_ON_A_DAY(422, "Chỉ tiêu phát sinh không thể lấy theo một ngày", "A flow cannot be of a single day"),
    LEVEL_DOES_NOT_REPORT(422, "Cấp này không báo cáo chỉ tiêu", "That level does not report the indicator"),
    SCOPE_NOT_ALLOWED(422, "Phạm vi không dùng được ở cấp này", "That scope is of no use at that level"),
    BREAKDOWN_NOT_SUPPORTED(422, "Chưa hỗ trợ phân tổ", "Breakdowns are not supported"),

    // A row: what it says
    WRONG_SHAPE(422, "Thành phần số liệu không đúng loại chỉ tiêu", "The figures do not fit the kind of indicator"),
    NEGATIVE_NUMBER(422, "Số âm", "A number is negative"),
    NUMBER_OUT_OF_RANGE(422, "Số vượt giới hạn", "A number is out of range"),
    NUMERATOR_ABOVE_DENOMINATOR(422, "Tử số lớn hơn mẫu số", "The numerator is above the denominator"),
    PERCENT_ABOVE_100(422, "Tỷ lệ trên 100", "The percentage is above 100"),
    REASON_MISSING(422, "Thiếu lý do đính chính", "A correction needs a reason"),
    CONFLICTING_ROWS(422, "Các dòng mâu thuẫn nhau", "Rows contradict one another"),

    // Files, streams, templates
    STREAM_BROKEN(400, "Luồng số liệu bị ngắt giữa chừng", "The stream broke off"),
    TOO_MANY_STREAMS(503, "Quá nhiều luồng số liệu cùng lúc", "Too many streams at once"),
    LINE_MALFORMED(422, "Dòng không phải JSON đúng cú pháp", "The line is not well-formed JSON"),
    LINE_TOO_LONG(422, "Dòng quá dài", "The line is too long"),
    NUMBER_FORMAT_MISSING(400, "Thiếu cách viết số", "The number format is missing"),
    NUMBER_AMBIGUOUS(422, "Số viết không theo cách đã khai", "A number is not written as declared"),
    NUMBER_MALFORMED(422, "Không phải số", "Not a number"),
    REPORT_NOT_FOUND(404, "Không tìm thấy báo cáo kết quả", "Result report not found"),

    // Withdrawing and editing one measurement
    NOTHING_TO_WITHDRAW(422, "Không có số liệu để rút lại", "There is nothing to withdraw"),
    MEASUREMENT_WITHDRAWN(404, "Số liệu đã được rút lại", "The measurement was withdrawn"),

    // Returns and evidence

    // Returns and evidence
    RETURN_NOT_FOUND(404, "Không tìm thấy báo cáo", "Return not found"),
    RETURN_STATE(409, "Trạng thái báo cáo không cho phép", "The return is not in a state for this"),
    RETURN_EMPTY(422, "Báo cáo chưa có số liệu", "Nothing is filled in"),
    RETURN_LOCKED(422, "Báo cáo đang chờ duyệt", "The return waits for approval"),
    REMARK_MISSING(422, "Thiếu ý kiến", "A remark is needed"),
    EVIDENCE_NOT_FOUND(404, "Không tìm thấy tệp minh chứng", "Evidence not found"),
    EVIDENCE_UNKNOWN(422, "Tệp minh chứng không tồn tại", "The evidence is unknown"),
    FOUR_EYES(403, "Cần người khác duyệt", "Somebody else must approve"),
    APPROVAL_LEVEL(403, "Chưa đúng cấp duyệt", "Another level approves"),

    // Catalogue and targets, their files
    // Catalogue and targets, their files
    INDICATOR_VERSION_NOT_FOUND(404, "Không tìm thấy phiên bản chỉ tiêu", "Version of the indicator not found"),
    VERSION_BEGINS_TOO_EARLY(422, "Phiên bản bắt đầu quá sớm", "The version begins too early"),
    VERSIONS_LEAVE_A_GAP(422, "Có khoảng thời gian không có phiên bản nào", "Days are left without any version"),
    MEANING_CHANGED(422, "Thay đổi nội dung, không chỉ câu chữ", "The meaning is changed, not only the wording"),
    REFERENCE_UNKNOWN(422, "Chỉ tiêu được dẫn không tồn tại", "The indicator referred to is unknown"),
    REFERENCE_NOT_FITTING(422, "Chỉ tiêu được dẫn không phù hợp", "The indicator referred to does not fit"),
    REPLACEMENT_UNKNOWN(422, "Chỉ tiêu thay thế không tồn tại", "The replacement is unknown"),
    REPLACEMENT_CIRCULAR(422, "Thay thế vòng tròn", "The replacement is circular"),
    CATALOGUE_REJECTED(422, "Danh mục chỉ tiêu bị từ chối", "The catalogue is rejected"),
    DUPLICATE_CODE(422, "Mã lặp lại", "A code stands twice"),
    TARGETS_REJECTED(422, "Danh sách chỉ tiêu giao bị từ chối", "The targets are rejected"),
    UNIT_NOT_FOUND(404, "Không tìm thấy đơn vị", "Unit not found"),

    // Findings
    FINDING_NOT_FOUND(404, "Không tìm thấy phát hiện", "Finding not found"),
    FINDING_NOT_ACKNOWLEDGED(404, "Phát hiện chưa được xác nhận", "The finding is not acknowledged"),
    FINDING_RESOLVED(409, "Phát hiện đã hết", "The finding is resolved"),

    // Change feed and webhooks
    WEBHOOK_NOT_FOUND(404, "Không tìm thấy webhook", "Webhook not found"),
    DELIVERY_NOT_FOUND(404, "Không tìm thấy thông điệp", "Message not found"),
    WEBHOOK_URL_REFUSED(422, "URL nhận không được phép", "The receiver's URL is not allowed"),
    ;

    private final int status;
    private final Text title;

    IndicatorProblem(int status, String vi, String en) {
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
