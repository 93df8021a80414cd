package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Qualifier;

/** {@code vn.nhipso.target.set.v1} as this service writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetSet(
        UUID id,
        int revision,
        String indicator,
        String unit,
        String period,
        String comparator,
        BigDecimal value,
        List<Qualifier> qualifiers,
        @Nullable Document document,
        @Nullable String assignedBy,
        @Nullable UUID supersedes,
        @Nullable Boolean withdrawn,
        Instant recordedAt) {

    static final String TYPE = "vn.nhipso.target.set.v1";

    static TargetSet of(Target target) {
        return new TargetSet(
                target.id,
                target.revision,
                target.indicator,
                target.unit,
                target.period,
                target.comparator,
                target.value,
                target.exactness(),
                target.document(),
                target.assignedBy,
                target.supersedes,
                target.withdrawn ? true : null,
                target.recordedAt);
    }

    String key() {
        return indicator + "|" + unit + "|" + period;
    }
}
