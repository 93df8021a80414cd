package vn.nhipso.directory.change;

import java.util.List;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;

/**
 * What a change did to the record when it was written.
 *
 * @param added versions it wrote, whether they still stand or not
 * @param removed versions it took off the record
 * @param edgesAdded edges it wrote
 * @param edgesRemoved edges it took off the record
 */
record Traces(
        List<UnitVersion> added,
        List<UnitVersion> removed,
        List<LineageEdge> edgesAdded,
        List<LineageEdge> edgesRemoved) {}
