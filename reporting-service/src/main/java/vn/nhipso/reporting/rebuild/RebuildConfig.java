package vn.nhipso.reporting.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of rebuilds. */
@ConfigMapping(prefix = "nhipso.rebuild")
public interface RebuildConfig {

    /** Connections that make rollups at once. More is faster as long as the database has processors to spare. */
    @WithDefault("2")
    int workers();

    /** Figures of one statement, about. More is a little faster and takes more memory and more of a second between two steps of the progress. */
    @WithDefault("60000")
    int chunk();

    /** PostgreSQL's {@code work_mem} of these connections: what is kept in memory of each of the joins of a chunk. */
    @WithDefault("64MB")
    String workMem();
}
