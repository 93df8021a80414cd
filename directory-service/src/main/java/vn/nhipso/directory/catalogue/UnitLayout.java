package vn.nhipso.directory.catalogue;

import vn.nhipso.kit.table.TableRow;

/** How the rows of a list of units say what they say. */
interface UnitLayout {

    void add(TableRow row);

    /** A row with cells that cannot be read: only that its codes are in the list. */
    void skip(TableRow row);
}
