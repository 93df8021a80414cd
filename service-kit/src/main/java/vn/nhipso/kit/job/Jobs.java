package vn.nhipso.kit.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;

/** Submits jobs, finds and cancels them. */
@ApplicationScoped
public class Jobs {

    /** Where a job is found: the Location of a 202. */
    public static final String PATH = "/v1/jobs";

    private final Instance<DataSource> dataSource;
    private final Instance<JobKind> kinds;
    private final ObjectMapper mapper;

    Jobs(Instance<DataSource> dataSource, @Any Instance<JobKind> kinds, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.kinds = kinds;
        this.mapper = mapper;
    }

    /**
     * Queues a job, in the running transaction where there is one.
     *
     * @param kind of a {@link JobKind} of this service
     * @param caller who may see and cancel it
     * @param parameters written as JSON
     * @param input a file that the job works on; it is copied
     * @return the id; it is found at {@value #PATH}{@code /<id>}
     */
    @Transactional
    public UUID submit(String kind, Caller caller, Object parameters, @Nullable Path input) {
        return submit(kind, caller.name(), parameters, input);
    }

    /** As {@link #submit(String, Caller, Object, Path)}, for a user by name. */
    @Transactional
    public UUID submit(String kind, String owner, Object parameters, @Nullable Path input) {
        if (kinds.stream().noneMatch(known -> known.kind().equals(kind))) {
            throw new IllegalArgumentException("this service has no jobs of kind " + kind);
        }
        return store().submit(kind, owner, parameters, input);
    }

    /** Whether a job of that kind is queued or runs, in whatever instance. Over the caller's connection, as he may hold a lock on it. */
    public static boolean isOpen(Connection connection, String kind) throws SQLException {
        return JobStore.isOpen(connection, kind);
    }

    Optional<Job> find(UUID id) {
        return store().find(id);
    }

    Page<Job> list(String owner, @Nullable JobStatus status, PageQuery query) {
        return store().list(owner, status, query);
    }

    boolean cancel(UUID id) {
        return store().cancel(id);
    }

    /** A service without a database has this bean, too. */
    private JobStore store() {
        return new JobStore(dataSource.get(), mapper);
    }
}
