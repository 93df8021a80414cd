package vn.nhipso.indicator.submission;

import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;

/**
 * Who acts on a return.
 *
 * @param unit rights end at its subtree
 * @param insider whether the role sees and hands in returns at all
 */
record Person(String name, String unit, boolean insider) {

    static Person of(Caller caller) {
        boolean insider = caller.has(Roles.REPORTER) || caller.has(Roles.APPROVER) || caller.has(Roles.STEWARD);
        return new Person(caller.name(), caller.unit(), insider);
    }

    boolean coversWholeTree() {
        return unit.equals(Caller.WHOLE_TREE);
    }
}
