package vn.nhipso.reporting.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.rollup.Scope;

/**
 * What a caller wants to know over time.
 *
 * @param periods all of one kind, in order
 * @param validAt the day on whose hierarchy all points are read, where not each on that of its own closing day
 * @param asOf the moment of knowledge, where not now
 */
record SeriesQuery(
        List<String> indicators,
        List<String> units,
        List<Period> periods,
        Scope scope,
        @Nullable LocalDate validAt,
        @Nullable Instant asOf) {}
