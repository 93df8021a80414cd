package vn.nhipso.reporting.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.indicator.defined.v1}, as far as reports need it. */
public record IndicatorDefined(
        String code,
        int version,
        int revision,
        Names names,
        String pillar,
        String kind,
        String nature,
        String unitOfMeasure,
        short decimals,
        String direction,
        List<Level> reportedBy,
        String frequency,
        @Nullable String calendar,
        @Nullable String weight,
        boolean above100,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt) {

    public static final String TYPE = "vn.nhipso.indicator.defined.v1";

    /** The name in both languages. */
    public record Names(String vi, String en) {}

    short reportedByBits() {
        return (short) reportedBy.stream().mapToInt(Level::bit).reduce(0, (all, bit) -> all | bit);
    }

    short lowest() {
        return (short) reportedBy.stream().mapToInt(Level::depth).max().orElseThrow();
    }

    String valid() {
        return "[" + (validFrom == null ? "" : validFrom) + "," + (validTo == null ? "" : validTo) + ")";
    }
}
