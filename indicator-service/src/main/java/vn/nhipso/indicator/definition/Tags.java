package vn.nhipso.indicator.definition;

import org.jspecify.annotations.Nullable;

/** Entity tags in headers. */
final class Tags {

    private Tags() {}

    static @Nullable String unquoted(@Nullable String tag) {
        return tag == null ? null : tag.strip().replaceFirst("^\"(.*)\"$", "$1");
    }
}
