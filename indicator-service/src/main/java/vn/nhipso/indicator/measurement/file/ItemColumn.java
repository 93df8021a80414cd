package vn.nhipso.indicator.measurement.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.table.Column;

/** The columns of a file: the fields of an item, in snake_case or in Vietnamese, and names that people read and nobody takes back. */
public enum ItemColumn {
    INDICATOR(Kind.TEXT, null, "indicator", true, "mã chỉ tiêu", "chỉ tiêu", "indicator_code"),
    INDICATOR_NAME(Kind.COMMENT, null, "indicator_name", false, "tên chỉ tiêu"),
    UNIT_OF_MEASURE(Kind.COMMENT, null, "unit_of_measure", false, "đơn vị tính"),
    UNIT(Kind.TEXT, null, "unit", true, "mã đơn vị", "đơn vị", "unit_code"),
    UNIT_NAME(Kind.COMMENT, null, "unit_name", false, "tên đơn vị"),
    PERIOD(Kind.TEXT, null, "period", true, "kỳ", "kỳ báo cáo"),
    SCOPE(Kind.WORD, null, "scope", true, "phạm vi"),
    NUMERATOR(Kind.NUMBER, null, "numerator", false, "tử số"),
    DENOMINATOR(Kind.NUMBER, null, "denominator", false, "mẫu số"),
    VALUE(Kind.PERCENT, null, "value", false, "giá trị", "số liệu"),
    QUALIFIERS(Kind.WORDS, null, "qualifiers", false, "mức chính xác"),
    ABSENCE(Kind.WORD, null, "absence", false, "không có số liệu"),
    NOTE(Kind.TEXT, null, "note", false, "ghi chú"),
    WITHDRAWN(Kind.FLAG, null, "withdrawn", false, "rút lại"),
    EVIDENCE(Kind.IDS, null, "evidence", false, "minh chứng"),
    BREAKDOWN(Kind.TEXT, null, "breakdown", false, "phân tổ"),
    REASON_CODE(Kind.TEXT, "reason", "code", false, "mã lý do"),
    REASON_TEXT(Kind.TEXT, "reason", "text", false, "lý do"),
    SOURCE_TITLE(Kind.TEXT, "source", "title", false, "nguồn"),
    SOURCE_NUMBER(Kind.TEXT, "source", "number", false, "số văn bản"),
    SOURCE_DATE(Kind.DAY, "source", "date", false, "ngày văn bản"),
    SOURCE_URL(Kind.TEXT, "source", "url", false, "đường dẫn"),
    STATED_STATUS(Kind.TEXT, "stated", "status", false, "đánh giá"),
    STATED_DUE_YEAR(Kind.WHOLE, "stated", "dueYear", false, "năm dự kiến"),
    STATED_TREND(Kind.TEXT, "stated", "trend", false, "xu hướng"),
    STATED_RANK(Kind.WHOLE, "stated", "rank", false, "xếp hạng"),
    STATED_RANK_OF(Kind.WHOLE, "stated", "rankOf", false, "trên tổng số"),
    STATED_RANK_AMONG(Kind.TEXT, "stated", "rankAmong", false, "xếp trong");

    /** What stands in a cell. */
    enum Kind {
        TEXT,
        /** One of a few. */
        WORD,
        /** Some of a few. */
        WORDS,
        /** Several ids. */
        IDS,
        /** A count. */
        NUMBER,
        /** A number that may bear a percent sign. */
        PERCENT,
        /** A whole number. */
        WHOLE,
        DAY,
        FLAG,
        /** For people; not taken back. */
        COMMENT
    }

    private static final Map<String, ItemColumn> BY_POINTER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ItemColumn::pointer, Function.identity()));

    private final Kind kind;
    private final @Nullable String parent;
    private final String field;
    private final boolean required;
    private final String[] vietnamese;

    ItemColumn(Kind kind, @Nullable String parent, String field, boolean required, String... others) {
        this.kind = kind;
        this.parent = parent;
        this.field = field;
        this.required = required;
        this.vietnamese = others;
    }

    static List<Column> all() {
        return Arrays.stream(values()).map(ItemColumn::column).toList();
    }

    Kind kind() {
        return kind;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.PERCENT;
    }

    /** Whether it is for people only. */
    public boolean isComment() {
        return kind == Kind.COMMENT;
    }

    /** Its header in a file for people. */
    public String label(Locale language) {
        return language.getLanguage().equals("en") ? header() : vietnamese[0];
    }

    /** The object that the field stands in; null where that is the item itself. */
    @Nullable String parent() {
        return parent;
    }

    /** As JSON names it. */
    String field() {
        return field;
    }

    /** As a file names it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An error of a row points into its JSON; people look for the column. */
    static String columnAt(String pointer) {
        ItemColumn column = BY_POINTER.get(pointer);
        return column == null ? pointer : "/" + column.header();
    }

    private String pointer() {
        return parent == null ? "/" + field : "/" + parent + "/" + field;
    }

    private Column column() {
        return required ? Column.required(header(), vietnamese) : Column.optional(header(), vietnamese);
    }

    /** Those that stand in an object of the item. */
    static Stream<ItemColumn> within(@Nullable String parent) {
        return Arrays.stream(values())
                .filter(column -> column.kind != Kind.COMMENT && Objects.equals(column.parent, parent));
    }
}
