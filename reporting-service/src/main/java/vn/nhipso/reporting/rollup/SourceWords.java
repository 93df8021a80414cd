package vn.nhipso.reporting.rollup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a source says beside or instead of a number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "What the source says in its own words")
public record SourceWords(
        @Schema(examples = "vượt kế hoạch đề ra") @Nullable String status,
        @Nullable Integer dueYear,
        @Nullable String trend,
        @Nullable Integer rank,
        @Nullable Integer rankOf,
        @Nullable String rankAmong) {}
