package vn.nhipso.kit.table;

import java.util.List;

/**
 * A column that a file may have.
 *
 * @param name as callers ask for it and as documents name it
 * @param required whether a file without it is refused
 * @param aliases other names it goes by
 */
public record Column(String name, boolean required, List<String> aliases) {

    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }
}
