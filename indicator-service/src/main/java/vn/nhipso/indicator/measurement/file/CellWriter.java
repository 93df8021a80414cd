package vn.nhipso.indicator.measurement.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.StorableText;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.table.NumberCell;
import vn.nhipso.kit.table.TableColumns;
import vn.nhipso.kit.table.TableRow;

/** Writes cells of a row as fields of JSON; an empty cell says nothing. */
final class CellWriter {

    private static final Pattern VIETNAMESE_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    private final JsonGenerator json;
    private final NumberFormat format;
    private final TableRow row;
    private final TableColumns columns;
    private final List<ProblemError> errors;

    CellWriter(JsonGenerator json, NumberFormat format, TableRow row, TableColumns columns, List<ProblemError> errors) {
        this.json = json;
        this.format = format;
        this.row = row;
        this.columns = columns;
        this.errors = errors;
    }

    void write(List<ItemColumn> given) throws IOException {
        for (ItemColumn column : given) {
            String text = columns.get(row, column.header());
            if (!text.isEmpty() && !StorableText.isStorable(text)) {
                refuse(column, KitProblem.CELL_INVALID.name(), KitProblem.CELL_INVALID.title());
            } else if (!text.isEmpty()) {
                write(column, text);
            }
        }
    }

    private void write(ItemColumn column, String text) throws IOException {
        switch (column.kind()) {
            case TEXT -> json.writeStringField(column.field(), text);
            case WORD -> json.writeStringField(column.field(), FileWords.constant(text));
            case WORDS -> list(column, FileWords.constants(text));
            case IDS -> list(column, List.of(text.split("[\\s,;]+", -1)));
            case NUMBER, PERCENT -> number(column, text);
            case WHOLE -> whole(column, text);
            case DAY -> json.writeStringField(column.field(), day(text));
            case FLAG -> flag(column, text);
            case COMMENT -> {}
        }
    }

    private void list(ItemColumn column, List<String> texts) throws IOException {
        json.writeArrayFieldStart(column.field());
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void number(ItemColumn column, String text) throws IOException {
        NumberCell cell = row.numbers().get(columns.indexOf(column.header()));
        NumberFormat.Reading read =
                cell == null ? format.read(text) : new NumberFormat.Reading(cell.shown(), cell.percent(), null);
        NumberFormat.Refusal refusal = read.refusal();
        if (refusal != null) {
            refuse(column, refusal.code().name(), refusal.detail());
        } else if (read.percent() && column.kind() == ItemColumn.Kind.NUMBER) {
            refuse(
                    column,
                    IndicatorProblem.NUMBER_MALFORMED.name(),
                    new Text("Đây là số đếm, không phải tỷ lệ phần trăm.", "This is a count, not a percentage."));
        } else {
            json.writeNumberField(column.field(), read.number());
        }
    }

    /** What is no whole number is left for the reader to refuse. */
    private void whole(ItemColumn column, String text) throws IOException {
        if (text.matches("\\d{1,9}")) {
            json.writeNumberField(column.field(), Integer.parseInt(text));
        } else {
            json.writeStringField(column.field(), text);
        }
    }

    private void flag(ItemColumn column, String text) throws IOException {
        String word = FileWords.constant(text);
        if (word.equals("true") || word.equals("false")) {
            json.writeBooleanField(column.field(), word.equals("true"));
        } else {
            json.writeStringField(column.field(), text);
        }
    }

    /** Whoever declares Vietnamese numbers writes Vietnamese days: 09/08/2022 is in August. */
    private String day(String text) {
        Matcher day = VIETNAMESE_DAY.matcher(text);
        LocalDate read = format == NumberFormat.VI_VN && day.matches() ? vietnamese(day) : null;
        return read == null ? text : read.toString();
    }

    private static @Nullable LocalDate vietnamese(Matcher day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private void refuse(ItemColumn column, String code, Text detail) {
        errors.add(ProblemError.row(row.line(), "/" + column.header(), code, detail));
    }
}
