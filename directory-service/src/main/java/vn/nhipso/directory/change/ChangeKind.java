package vn.nhipso.directory.change;

/** What a legal act does to units. */
public enum ChangeKind {
    /** New units, out of nothing that the directory knows. */
    ESTABLISH,
    MERGE,
    SPLIT,
    /** Another parent. */
    TRANSFER,
    /** Another name; no change of boundaries. */
    RENAME,
    /** Another type: xã becomes phường. */
    RETYPE,
    /** The same unit under another code. */
    RECODE,
    ABOLISH,
    /** A whole list. */
    CATALOGUE,
    /** Takes an earlier change back, whole; made by a request of its own. */
    WITHDRAWAL
}
