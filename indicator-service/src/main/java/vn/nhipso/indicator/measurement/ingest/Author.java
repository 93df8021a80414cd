package vn.nhipso.indicator.measurement.ingest;

import vn.nhipso.kit.security.Caller;

/**
 * Who sends a batch, and what that allows.
 *
 * @param unit rights end at its subtree
 * @param mayPublish whether what is sent counts at once
 */
public record Author(String name, String unit, boolean mayPublish) {

    public static Author of(Caller caller) {
        return new Author(caller.name(), caller.unit(), caller.mayPublish());
    }

    boolean coversWholeTree() {
        return unit.equals(Caller.WHOLE_TREE);
    }
}
