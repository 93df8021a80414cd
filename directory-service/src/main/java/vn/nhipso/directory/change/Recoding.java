package vn.nhipso.directory.change;

import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;

/** When a unit stays the same unit under another code. */
final class Recoding {

    private Recoding() {}

    /** By a change of that kind; a hamlet always, because only its number alters. */
    static boolean isOne(ChangeKind kind, LineageEdge edge) {
        boolean hamlets = edge.to() != null
                && UnitCode.levelOf(edge.from()) == Level.HAMLET
                && UnitCode.levelOf(edge.to()) == Level.HAMLET;
        return (kind == ChangeKind.RECODE || hamlets)
                && edge.area() == Extent.WHOLE
                && edge.population() == Extent.WHOLE;
    }
}
