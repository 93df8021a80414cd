package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Kind;
import vn.nhipso.kit.period.Period;

/** A unit's target and those of the units directly below it. */
@Schema(name = "TargetCascade", description = "A unit's target held against those of the units directly below it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CascadeView(
        @Schema(examples = "DT01") String indicator,
        @Schema(examples = "870") String unit,
        Period period,
        Kind kind,

        @Schema(description = "The one that counts for the unit, if any") @Nullable TargetView target,

        Applicable.Why why,
        Verdict verdict,

        @Schema(description = "COUNT: of the targets of their own below") @Nullable BigDecimal sum,

        @Schema(description = "COUNT: the sum less the unit's target") @Nullable BigDecimal difference,

        @Schema(description = "Units below with a target of their own")
        int own,

        @Schema(description = "Units below without one") int inherited,
        List<Child> children) {

    /** What the comparison comes to. */
    @Schema(name = "CascadeVerdict")
    public enum Verdict {
        /** COUNT: the sum is the unit's target */
        ADDS_UP,
        /** COUNT: the sum is less */
        FALLS_SHORT,
        /** COUNT: the sum is more */
        EXCEEDS,
        /** no unit below has a weaker target of its own */
        HOLDS,
        /** some unit below has a weaker target of its own */
        WEAKER,
        /** comparators differ */
        NOT_COMPARABLE,
        /** nobody below has a target of its own */
        NOT_ASSIGNED,
        /** the unit has no target */
        NO_TARGET
    }

    /** How a unit below stands to the target. */
    @Schema(name = "CascadeStance")
    public enum Stance {
        AS_STRONG,
        WEAKER,
        /** COUNT: a part of the sum */
        PART,
        /** another comparator */
        NOT_COMPARABLE,
        /** it has no target of its own */
        WITHOUT_OWN
    }

    /** A unit directly below. */
    @Schema(name = "CascadeChild")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Child(
            @Schema(examples = "29956") String unit,
            String name,
            Stance stance,

            @Schema(description = "The one that counts for it, its own or inherited") @Nullable TargetView target) {}
}
