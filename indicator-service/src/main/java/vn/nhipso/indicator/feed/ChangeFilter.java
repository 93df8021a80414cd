package vn.nhipso.indicator.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted; an empty list asks for all.
 *
 * @param within the unit in whose subtree the figures' units lie on the closing day of the period; null asks for all
 */
public record ChangeFilter(
        List<String> indicators,
        List<String> units,
        @Nullable String within) {

    boolean isNone() {
        return indicators.isEmpty() && units.isEmpty() && within == null;
    }
}
