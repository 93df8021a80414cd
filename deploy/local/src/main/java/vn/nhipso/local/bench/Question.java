package vn.nhipso.local.bench;

/** A request that reads. */
record Question(String kind, String path) {}
