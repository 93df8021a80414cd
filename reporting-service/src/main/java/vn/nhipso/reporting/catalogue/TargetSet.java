package vn.nhipso.reporting.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.target.set.v1}. */
public record TargetSet(
        String id,
        int revision,
        String indicator,
        String unit,
        String period,
        String comparator,
        BigDecimal value,
        @Nullable List<String> qualifiers,
        @Nullable JsonNode document,
        @Nullable String assignedBy,
        @Nullable Boolean withdrawn,
        Instant recordedAt) {

    public static final String TYPE = "vn.nhipso.target.set.v1";
}
