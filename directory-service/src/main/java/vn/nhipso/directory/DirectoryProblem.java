package vn.nhipso.directory;

import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.Text;

/** Everything that the directory refuses, on one screen. The names are contract. */
public enum DirectoryProblem implements ProblemCode {
    UNIT_NOT_FOUND(404, "Không tìm thấy đơn vị", "Unit not found"),
    ALIAS_NOT_FOUND(404, "Không tìm thấy mã phụ", "Alias not found"),
    CHANGE_NOT_FOUND(404, "Không tìm thấy lần sắp xếp", "Change not found"),
    TEAM_NOT_FOUND(404, "Không tìm thấy tổ", "Team not found"),
    MEMBER_NOT_FOUND(404, "Không tìm thấy thành viên", "Member not found"),
    COMMITTEE_NOT_FOUND(404, "Không tìm thấy ban chỉ đạo", "Committee not found"),
    TRAINING_NOT_FOUND(404, "Không tìm thấy lớp tập huấn", "Training not found"),
    INITIATIVE_NOT_FOUND(404, "Không tìm thấy mô hình", "Initiative not found"),
    CAMPAIGN_NOT_FOUND(404, "Không tìm thấy chiến dịch", "Campaign not found"),
    APPLICATION_NOT_FOUND(404, "Đơn vị không áp dụng mô hình", "The unit does not apply the initiative"),

    CHANGE_ALREADY_RECORDED(409, "Lần sắp xếp này đã được ghi", "This change is already recorded"),
    CHANGE_WITHDRAWN(409, "Lần sắp xếp này đã được thu hồi", "This change is withdrawn already"),
    CHANGE_BUILT_UPON(409, "Có thay đổi sau dựa trên lần sắp xếp này", "Later changes are built upon this one"),
    ALREADY_RECORDED(409, "Đã có trong danh bạ", "Already in the directory"),
    ALREADY_ENDED(409, "Đã kết thúc", "Already ended"),
    NOT_ENDED(409, "Chưa kết thúc", "Not ended"),
    MEMBER_ERASED(409, "Dữ liệu cá nhân đã xóa vĩnh viễn", "The personal data are erased for good"),

    REQUEST_REFUSED(422, "Nội dung không đúng quy tắc", "The request breaks a rule"),
    CHANGE_REFUSED(
            422, "Lần sắp xếp không hợp lệ, không có gì được ghi", "The change is refused, nothing was recorded"),

    IMPORT_REFUSED(422, "Danh sách không hợp lệ, không có gì được ghi", "The list is refused, nothing was recorded"),

    FIELD_MISSING(422, "Thiếu trường bắt buộc", "A required field is missing"),
    TEXT_INVALID(422, "Chữ không hợp lệ", "A text is not valid"),
    DATE_OUT_OF_RANGE(422, "Ngày ngoài khoảng cho phép", "A date is out of range"),
    ACT_MISSING(422, "Thiếu số văn bản", "The number of the act is missing"),
    CODE_MALFORMED(422, "Mã sai dạng", "A code is malformed"),
    LEVEL_DIFFERS_FROM_CODE(422, "Cấp không khớp với mã", "The level does not fit the code"),
    TYPE_NOT_OF_LEVEL(422, "Loại hình không thuộc cấp", "The type does not belong to the level"),
    PARENT_OF_WRONG_LEVEL(422, "Đơn vị cấp trên sai cấp", "The parent has the wrong level"),
    DUPLICATE_CODE(422, "Mã lặp lại", "A code stands twice"),
    ALIAS_IS_ITS_CODE(422, "Mã phụ trùng mã chính", "The alias is the main code itself"),
    DUPLICATE_EDGE(422, "Quan hệ kế tục lặp lại", "A lineage edge stands twice"),
    PARENT_NOT_IN_LIST(422, "Đơn vị cấp trên không có trong danh sách", "The parent is not in the list"),
    OUTSIDE_AREA(422, "Đơn vị nằm ngoài phạm vi của danh sách", "The unit is outside the area of the list"),
    WORD_UNKNOWN(422, "Từ không nằm trong các từ được phép", "A word is none of those allowed"),
    KIND_MISMATCH(422, "Nội dung không khớp loại sắp xếp", "The content does not fit the kind of change"),
    CHANGE_WITHOUT_EFFECT(422, "Không có gì thay đổi", "Nothing would change"),
    ROOT_IS_FIXED(422, "Không được sửa đơn vị gốc", "The root cannot be changed"),

    UNIT_UNKNOWN(422, "Mã đơn vị chưa từng có", "No unit ever had this code"),
    UNIT_NOT_LIVING(422, "Đơn vị không tồn tại vào ngày đó", "The unit does not live on that day"),
    UNIT_BEGINS_THAT_DAY(422, "Đơn vị mới bắt đầu đúng ngày đó", "The unit only begins on that day"),
    UNIT_ALTERED_LATER(422, "Đơn vị còn thay đổi sau ngày đó", "The unit is altered after that day"),
    UNIT_UNCHANGED(422, "Đơn vị không có gì thay đổi", "The unit is not altered at all"),
    PARENT_NOT_LIVING(422, "Đơn vị cấp trên không tồn tại vào ngày đó", "The parent does not live on that day"),
    PARENT_ENDS_BEFORE_CHILD(422, "Đơn vị cấp trên kết thúc trước", "The parent ends before its child"),
    CHILD_LEFT_BEHIND(422, "Còn đơn vị trực thuộc", "Units below would be left without a parent"),
    HAMLET_NUMBERS_EXHAUSTED(422, "Hết số thứ tự thôn, ấp", "No hamlet number is left"),
    LINEAGE_FROM_NOT_ENDED(
            422, "Đơn vị cũ không kết thúc hay thay đổi ngày đó", "The old unit neither ends nor alters on that day"),
    LINEAGE_TO_NOT_LIVING(422, "Đơn vị mới không tồn tại vào ngày đó", "The new unit does not live on that day"),
    LINEAGE_EXTENT_CONFLICT(422, "Phần chuyển đi mâu thuẫn", "The extents contradict each other"),
    LINEAGE_SHARE_INVALID(422, "Tỷ lệ dân số không hợp lệ", "The share of population is not valid"),
    LINEAGE_BROKEN(422, "Quan hệ kế tục đã ghi bị hỏng", "A recorded lineage edge would lose its unit"),

    MOVE_OF_NOTHING(422, "Phải nêu tổ hoặc ban chỉ đạo", "Either a team or a committee is to be named"),
    MOVE_WITHOUT_CAUSE(422, "Đơn vị không bị chia trong lần sắp xếp này", "The unit is not divided by this change"),
    MOVE_NOT_TO_SUCCESSOR(422, "Không chuyển đến nơi kế tục", "The move is not to a successor"),

    LEVEL_ABOVE_UNIT(422, "Cấp của tổ cao hơn đơn vị", "The level stands above the unit"),
    PERIOD_REVERSED(422, "Ngày kết thúc không sau ngày bắt đầu", "The end is not after the beginning"),
    OUTSIDE_LIFE(422, "Ngoài thời gian tồn tại", "Outside the time it lived"),
    NUMBER_OUT_OF_RANGE(422, "Số ngoài khoảng cho phép", "A number is out of range"),
    TEAM_ROWS_DIFFER(422, "Các dòng của một tổ nói khác nhau", "Rows of one team contradict each other"),
    DUPLICATE_ROW(422, "Dòng lặp lại", "A row stands twice"),
    PERSON_OR_OFFICE_MISSING(422, "Thiếu họ tên hoặc cơ quan", "Neither a person nor an office is named");

    private final int status;
    private final Text title;

    DirectoryProblem(int status, String vi, String en) {
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

    /** Whether it can come up with units and their changes, or with what is tied to units. */
    boolean concerns(boolean unitsAndChanges) {
        boolean tied = name().matches(
                        "(TEAM|MEMBER|COMMITTEE|TRAINING|INITIATIVE|CAMPAIGN|APPLICATION)_NOT_FOUND|ALREADY_.*|NOT_ENDED|MEMBER_ERASED|REQUEST_REFUSED|PERIOD_REVERSED|OUTSIDE_LIFE|LEVEL_ABOVE_UNIT|NUMBER_OUT_OF_RANGE|TEAM_ROWS_DIFFER|DUPLICATE_ROW|PERSON_OR_OFFICE_MISSING");
        boolean common = name().matches(
                        "REQUEST_REFUSED|DUPLICATE_ROW|ALREADY_RECORDED|LEVEL_ABOVE_UNIT|OUTSIDE_LIFE|FIELD_MISSING|TEXT_INVALID|DATE_OUT_OF_RANGE|CODE_MALFORMED|UNIT_UNKNOWN|UNIT_NOT_LIVING");
        return common || tied != unitsAndChanges;
    }
}
