package vn.nhipso.kit.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** How large a request may be. */
@ConfigMapping(prefix = "nhipso.body")
public interface BodyLimit {

    /** Bytes a request body may have; larger ones are refused with 413. All of a JSON body is in memory while it is read. */
    @WithDefault("33554432")
    long maxBytes();

    /** Bytes a file may have that is sent as CSV, XLSX or multipart, all parts together. It goes to the disk, not into memory. */
    @WithDefault("67108864")
    long maxUploadBytes();

    /**
     * Bytes that must come in a second while a body is waited for, on the average of half a minute; one that comes more slowly is ended with 408. A
     * body holds a thread while it is read. 0: as slowly as it likes.
     */
    @WithDefault("512")
    long slowest();

    /** Paths at which an NDJSON body may have any length, because it is read line by line; none by default. Anywhere else it is as any other body. */
    Optional<Set<String>> streamPaths();
}
