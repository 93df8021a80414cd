package vn.nhipso.indicator.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of findings. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FindingPage")
public record FindingPage(
        List<FindingView> items,

        @Schema(description = "Pass as `cursor` to get the next page; missing at the end") @Nullable String next,

        @Schema(
                description =
                        "Up to this sequence everything written has been held against everything else: what a later write makes odd elsewhere, or sets right, is not yet here",
                examples = "indicator:1042")
        String checkedUpTo) {}
