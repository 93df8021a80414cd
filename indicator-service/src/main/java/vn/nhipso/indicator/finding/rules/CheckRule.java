package vn.nhipso.indicator.finding.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckRule", description = "A rule that measurements are held to")
public record CheckRule(
        @Schema(description = "Of the problem or finding", examples = "JUMP")
        String code,

        @Schema(description = "ERROR rejects the row; the others accept it and record a finding")
        Severity severity,

        @Schema(description = "Whether a row that breaks it is refused")
        boolean rejects,

        Method method,

        @Schema(description = "The settings as they are here; none where the rule has none")
        List<Parameter> parameters,

        Example accepted,
        Example rejected) {

    /** How much it matters. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** How it is found, in words. */
    @Schema(name = "CheckMethod")
    public record Method(
            @Schema(examples = "Không số nào được âm.") String vi,
            @Schema(examples = "No number is below zero.") String en) {}

    /** A setting of a rule. */
    @Schema(name = "CheckParameter")
    public record Parameter(
            @Schema(examples = "points") String name,

            @Schema(examples = "30") BigDecimal value,

            @Schema(description = "The key of the configuration", examples = "nhipso.checks.jump.points")
            String setting) {}

    /** What is sent, in this order; the last item is the one that is accepted, or refused or found odd. */
    @Schema(name = "CheckExample")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Example(
            @Schema(description = "Targets that are set before") @Nullable List<Map<String, Object>> targets,

            @Schema(description = "As in `POST /v1/measurement-batches`")
            List<Map<String, Object>> items,

            @Schema(description = "Whether they must come in one request") @Nullable Boolean together) {}
}
