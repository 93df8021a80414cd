package vn.nhipso.indicator.measurement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insight;

/**
 * Which measurements are asked for; an empty list asks for all.
 *
 * @param asOf as it was known at that moment; null for now
 * @param insight of whom first values that still wait for publication are shown
 */
record MeasurementFilter(
        List<String> indicators,
        List<String> units,
        List<String> periods,
        List<Scope> scopes,
        @Nullable Instant asOf,
        Insight insight) {}
