package vn.nhipso.indicator.measurement.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.measurement.file.FileWords;
import vn.nhipso.indicator.measurement.file.ItemColumn;

/**
 * A figure to be filled in.
 *
 * @param name of the indicator
 * @param present what stands; null where nothing does
 */
record TemplateRow(
        String indicator,
        String name,
        String unitOfMeasure,
        String unit,
        String unitName,
        String period,
        Scope scope,
        @Nullable Content present) {

    /** What people get, in the order of its columns. Texts that stand already are left out: a cell left empty means as before. */
    static final List<ItemColumn> COLUMNS = List.of(
            ItemColumn.INDICATOR,
            ItemColumn.INDICATOR_NAME,
            ItemColumn.UNIT_OF_MEASURE,
            ItemColumn.UNIT,
            ItemColumn.UNIT_NAME,
            ItemColumn.PERIOD,
            ItemColumn.SCOPE,
            ItemColumn.NUMERATOR,
            ItemColumn.DENOMINATOR,
            ItemColumn.VALUE,
            ItemColumn.QUALIFIERS,
            ItemColumn.ABSENCE,
            ItemColumn.NOTE,
            ItemColumn.REASON_CODE,
            ItemColumn.REASON_TEXT,
            ItemColumn.SOURCE_TITLE,
            ItemColumn.SOURCE_NUMBER,
            ItemColumn.SOURCE_DATE);

    /** The number of a column that has one. */
    @Nullable BigDecimal number(ItemColumn column) {
        if (present == null) {
            return null;
        }
        return switch (column) {
            case NUMERATOR -> present.numerator();
            case DENOMINATOR -> present.denominator();
            case VALUE -> present.value();
            default -> null;
        };
    }

    /** The text of a column that has one. */
    String text(ItemColumn column) {
        return switch (column) {
            case INDICATOR -> indicator;
            case INDICATOR_NAME -> name;
            case UNIT_OF_MEASURE -> unitOfMeasure;
            case UNIT -> unit;
            case UNIT_NAME -> unitName;
            case PERIOD -> period;
            case SCOPE -> FileWords.shown(scope.name());
            case QUALIFIERS ->
                present == null
                        ? ""
                        : present.exactness().stream()
                                .map(word -> FileWords.shown(word.name()))
                                .collect(Collectors.joining(" "));
            case ABSENCE ->
                present == null || present.absence() == null
                        ? ""
                        : FileWords.shown(present.absence().name());
            default -> "";
        };
    }
}
