package vn.nhipso.directory.change;

import vn.nhipso.directory.unit.Level;

/**
 * A unit of a list, well formed by itself.
 *
 * @param line of the file; the header is line 1
 */
public record ListedUnit(
        int line, String code, String name, String fullName, String type, Level level, String parentCode) {}
