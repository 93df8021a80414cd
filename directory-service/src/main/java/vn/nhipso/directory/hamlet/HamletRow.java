package vn.nhipso.directory.hamlet;

import org.jspecify.annotations.Nullable;

/**
 * A hamlet of a file.
 *
 * @param code null where it is to be given
 * @param fullName null where it follows from type and name
 */
record HamletRow(
        int line,
        String commune,
        String name,
        String type,
        @Nullable String code,
        @Nullable String fullName) {

    /** What tells it from the others. */
    Identity identity() {
        return new Identity(commune, type, HamletName.key(name));
    }

    /** Commune, type and name as they are compared. */
    record Identity(String commune, String type, String name) {}
}
