package vn.nhipso.indicator.definition;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/**
 * An indicator as others refer to it.
 *
 * @param lowest the lowest level that reports
 */
record CatalogueNode(
        String code,
        Kind kind,
        Level lowest,
        @Nullable String weight,
        @Nullable String denominatorIndicator,
        @Nullable String replacedBy) {

    static CatalogueNode of(Indicator indicator) {
        DefineIndicator body = indicator.body();
        return new CatalogueNode(
                indicator.code(),
                body.kind(),
                body.lowestLevel(),
                body.weight(),
                body.denominatorIndicator(),
                body.replacedBy());
    }
}
