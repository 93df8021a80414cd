package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;

/** A page of definitions. */
@Schema(name = "PageIndicatorView")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorPage(
        List<IndicatorView> items,

        @Schema(description = "Pass as `cursor` to get the next page; missing at the end") @Nullable String next) {

    static IndicatorPage of(Page<IndicatorQuery.Found> found) {
        return new IndicatorPage(
                found.items().stream().map(IndicatorQuery.Found::view).toList(), found.next());
    }
}
