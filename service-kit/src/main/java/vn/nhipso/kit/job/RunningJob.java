package vn.nhipso.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.web.UploadFolder;

/** One run of a job. The thread that works and the one that keeps the lease share it. */
final class RunningJob implements JobRun {

    private final Job job;
    private final UUID lease;
    private final DataSource dataSource;
    private final JobQueue queue;
    private final ObjectMapper mapper;
    private volatile @Nullable JobProgress progress;
    private volatile @Nullable String stop;
    private @Nullable JobProgress stored;
    private @Nullable Path input;

    RunningJob(Job job, UUID lease, DataSource dataSource, JobQueue queue, ObjectMapper mapper) {
        this.job = job;
        this.lease = lease;
        this.dataSource = dataSource;
        this.queue = queue;
        this.mapper = mapper;
    }

    @Override
    public UUID id() {
        return job.id();
    }

    @Override
    public String owner() {
        return job.owner();
    }

    @Override
    public <T> T parameters(Class<T> type) {
        try {
            return mapper.readValue(job.parameters(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("parameters of job " + id() + " cannot be read", unreadable);
        }
    }

    @Override
    public Path input() {
        Path present = input;
        if (present != null) {
            return present;
        }
        try {
            Path file = UploadFolder.newFile();
            input = file;
            if (!JobInputs.load(dataSource, id(), file)) {
                throw new IllegalStateException("job " + id() + " was submitted without a file");
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("file of job " + id() + " not read", failed);
        }
    }

    @Override
    public void progress(String phase, long done, long total) {
        progress = JobProgress.of(phase, done, total);
        String reason = stop;
        if (reason != null) {
            throw new JobStoppedException(reason);
        }
    }

    @Override
    public void succeed(Object result) {
        try (Connection connection = dataSource.getConnection()) {
            succeed(connection, result);
        } catch (SQLException failed) {
            throw new IllegalStateException("job " + id() + " not ended", failed);
        }
    }

    @Override
    public void succeed(Connection transaction, Object result) {
        succeed(transaction, json(result));
    }

    /** Where the kind did not: it has nothing to say. */
    void succeedWithoutResult() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            JobQueue.succeed(connection, id(), lease, null, json(progress));
        }
    }

    private void succeed(Connection transaction, @Nullable String result) {
        try {
            if (!JobQueue.succeed(transaction, id(), lease, result, json(progress))) {
                throw new JobStoppedException("job " + id() + " was cancelled or is run by another");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("job " + id() + " not ended", failed);
        }
    }

    /** Renews the lease, stores what was said of the progress, and notices that the run is no longer wanted. */
    void pulse(Duration length) throws SQLException {
        JobProgress said = progress;
        queue.renew(id(), lease, length, Objects.equals(said, stored) ? null : json(said));
        stored = said;
        if (stop == null && !queue.isWanted(id(), lease)) {
            stop("job " + id() + " was cancelled or is run by another");
        }
    }

    /** Lets the next {@link #progress} end the run. */
    void stop(String reason) {
        stop = reason;
    }

    void fail(JobFailure failure) throws SQLException {
        queue.end(id(), lease, JobStatus.FAILED, json(failure), json(progress));
    }

    /** Cancelled where somebody asked for it; otherwise another run has it, and this changes nothing. */
    void cancelled() throws SQLException {
        queue.end(id(), lease, JobStatus.CANCELLED, null, json(progress));
    }

    void handBack() throws SQLException {
        queue.handBack(id(), lease);
    }

    void tryAgain(Duration rest) throws SQLException {
        queue.tryAgain(id(), lease, rest);
    }

    void deleteInput() throws IOException {
        Path file = input;
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private @Nullable String json(@Nullable Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("job " + id() + ": not to be written as JSON", unwritable);
        }
    }
}
