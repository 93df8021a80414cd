package vn.nhipso.directory.change;

import vn.nhipso.directory.lineage.LineageEdge;

/**
 * An edge of a list, well formed by itself.
 *
 * @param line of the file; the header is line 1
 */
public record ListedEdge(int line, LineageEdge edge) {}
