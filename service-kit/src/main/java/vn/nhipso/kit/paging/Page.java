package vn.nhipso.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what was found, in the list's own stable order
 * @param next the cursor of the next page; absent on the last one, which is the only sign of the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Pass as `cursor` to get the next page; missing at the end") @Nullable String next) {

    /** A list that always fits one page. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null);
    }
}
