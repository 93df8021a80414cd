package vn.nhipso.kit.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in the table.
 *
 * @param progress JSON of a {@link JobProgress}
 * @param result JSON
 * @param failure JSON of a {@link JobFailure}
 */
record Job(
        UUID id,
        String kind,
        String owner,
        JobStatus status,
        String parameters,
        @Nullable String progress,
        @Nullable String result,
        @Nullable String failure,
        int attempts,
        boolean cancelRequested,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
