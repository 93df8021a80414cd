package vn.nhipso.reporting.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;

/**
 * What a caller wants to know.
 *
 * @param units by name; or those of {@code level} at or below {@code within}
 * @param validAt the day on whose hierarchy, where it is not the closing day
 * @param asOf the moment of knowledge, where it is not now
 */
record RollupQuery(
        List<String> indicators,
        List<Period> periods,
        List<String> units,
        @Nullable Level level,
        @Nullable String within,
        Scope scope,
        @Nullable LocalDate validAt,
        @Nullable Instant asOf) {}
