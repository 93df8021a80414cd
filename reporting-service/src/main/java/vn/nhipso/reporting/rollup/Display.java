package vn.nhipso.reporting.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.reporting.catalogue.Definition;

/** A figure as it is written: "60,41 %" and "60.41%", "9.475" and "9,475". */
@Schema(description = "The figure as it is written in each language, at the decimals of the definition")
public record Display(
        @Schema(examples = "60,41 %") String vi,
        @Schema(examples = "60.41%") String en) {

    private static final DecimalFormat VI = format(',', '.');
    private static final DecimalFormat EN = format('.', ',');

    static @Nullable Display of(Definition definition, Figure figure) {
        BigDecimal number = definition.inPercent() ? figure.percent() : figure.value();
        if (number == null) {
            return null;
        }
        BigDecimal rounded = number.setScale(definition.decimals(), RoundingMode.HALF_UP);
        String vi = write(rounded, VI);
        String en = write(rounded, EN);
        return definition.inPercent() && !definition.perHundred()
                ? new Display(vi + " %", en + "%")
                : new Display(vi, en);
    }

    private static DecimalFormat format(char decimal, char grouping) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
        return new DecimalFormat("#,##0", symbols);
    }

    /** Formats are not to be shared among threads, but a copy takes a fraction of making one. */
    private static String write(BigDecimal number, DecimalFormat language) {
        DecimalFormat format = (DecimalFormat) language.clone();
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
