package vn.nhipso.reporting.rebuild;

import java.sql.Connection;

/** Who follows a rebuild, and may end it by an exception at any point. */
interface RebuildWatcher {

    /** Said by several threads. */
    void progress(String phase, long done, long total);

    /** In the transaction that swaps, before it commits. */
    void succeed(Connection transaction, RebuildResult result);
}
