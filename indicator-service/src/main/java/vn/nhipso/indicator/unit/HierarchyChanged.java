package vn.nhipso.indicator.unit;

/** {@code vn.nhipso.hierarchy.changed.v1}, the marker that ends a change, as this service reads it. */
record HierarchyChanged(String changeId) {}
