package vn.nhipso.reporting.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.measurement.published.v1}, as far as reports need it. */
public record MeasurementPublished(
        String id,
        int revision,
        String indicator,
        String unit,
        String period,
        String scope,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable List<String> qualifiers,
        @Nullable String absence,
        @Nullable JsonNode stated,
        int definitionVersion,
        boolean withdrawn,
        @Nullable Reason reason,
        Instant recordedAt) {

    /** Why a value is corrected. */
    public record Reason(String code, @Nullable String text) {}

    public static final String TYPE = "vn.nhipso.measurement.published.v1";
}
