package vn.nhipso.directory.change;

/** Is told how far a list has come; may fail where its sender gave up. */
@FunctionalInterface
public interface CatalogueProgress {

    CatalogueProgress NONE = (phase, done, total) -> {};

    void reached(String phase, long done, long total);
}
