package vn.nhipso.directory.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many units there are. */
@Schema(name = "UnitCounts")
record CountsView(
        @Schema(examples = "2025-07-01") LocalDate validAt,

        @Schema(description = "The unit below which is counted", examples = "VN")
        String within,

        @Schema(description = "Every level below it, highest first, also where there is none")
        List<OfLevel> items) {

    /** Units of one level. */
    @Schema(name = "UnitCountsOfLevel")
    record OfLevel(Level level, @Schema(examples = "3321") long count, List<OfType> types) {}

    /** Units of one type. */
    @Schema(name = "UnitCountsOfType")
    record OfType(
            @Schema(examples = "xã") String type,
            @Schema(examples = "2621") long count) {}

    /** A row of the count. */
    record Row(Level level, OfType type) {}

    static CountsView of(LocalDate day, UnitVersion within, List<Row> rows) {
        List<OfLevel> levels = new ArrayList<>();
        Arrays.stream(Level.values()).filter(within.level()::isAbove).forEach(level -> {
            List<OfType> types = rows.stream()
                    .filter(row -> row.level == level)
                    .map(Row::type)
                    .toList();
            levels.add(
                    new OfLevel(level, types.stream().mapToLong(OfType::count).sum(), types));
        });
        return new CountsView(day, within.code(), levels);
    }
}
