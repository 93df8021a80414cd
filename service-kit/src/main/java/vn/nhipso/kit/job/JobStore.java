package vn.nhipso.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;

/** The table of jobs as those see it who submit and watch them. */
final class JobStore {

    private static final String SUBMIT =
            "INSERT INTO job (kind, owner, parameters) VALUES (?, ?, ?::json) RETURNING id";

    private static final String FIND = "SELECT " + JobRows.COLUMNS + " FROM job WHERE id = ?";

    private static final String LIST = "SELECT " + JobRows.COLUMNS + """
             FROM job WHERE owner = ? AND (?::text IS NULL OR status = ?) AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?
            """;

    private static final String CANCEL = """
            UPDATE job SET cancel_requested = true, status = CASE status WHEN 'QUEUED' THEN 'CANCELLED' ELSE status END,
              finished_at = CASE status WHEN 'QUEUED' THEN now() END
            WHERE id = ? AND status IN ('QUEUED', 'RUNNING')
            """;

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    JobStore(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /** In the running transaction, or in one of its own: nobody may take a job whose file is still on its way. */
    UUID submit(String kind, String owner, Object parameters, @Nullable Path input) {
        try (Connection connection = dataSource.getConnection()) {
            boolean alone = connection.getAutoCommit();
            if (alone) {
                connection.setAutoCommit(false);
            }
            UUID id = submit(connection, kind, owner, mapper.writeValueAsString(parameters));
            if (input != null) {
                JobInputs.store(connection, id, input);
            }
            if (alone) {
                connection.commit();
            }
            return id;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("job not submitted", failed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static UUID submit(Connection connection, String kind, String owner, String parameters)
            throws SQLException {
        try (PreparedStatement submit = connection.prepareStatement(SUBMIT)) {
            submit.setString(1, kind);
            submit.setString(2, owner);
            submit.setString(3, parameters);
            try (ResultSet submitted = submit.executeQuery()) {
                submitted.next();
                return submitted.getObject(1, UUID.class);
            }
        }
    }

    Optional<Job> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            return JobRows.read(find).stream().findFirst();
        } catch (SQLException failed) {
            throw new IllegalStateException("job not read", failed);
        }
    }

    static boolean isOpen(Connection connection, String kind) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM job WHERE kind = ? AND status IN ('QUEUED', 'RUNNING'))")) {
            find.setString(1, kind);
            try (ResultSet found = find.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    /** Those of a user, newest first. */
    Page<Job> list(String owner, @Nullable JobStatus status, PageQuery query) {
        String[] filters = {owner, String.valueOf(status)};
        List<String> after = query.after(filters);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            String name = status == null ? null : status.name();
            UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
            list.setString(1, owner);
            list.setString(2, name);
            list.setString(3, name);
            list.setObject(4, last);
            list.setObject(5, last);
            list.setInt(6, query.size() + 1);
            return query.page(JobRows.read(list), job -> List.of(job.id().toString()), filters);
        } catch (SQLException failed) {
            throw new IllegalStateException("jobs not read", failed);
        }
    }

    /**
     * Cancels a job that has not ended: a queued one at once, a running one when it says its progress next.
     *
     * @return false where it has ended already
     */
    boolean cancel(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
            cancel.setObject(1, id);
            return cancel.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new IllegalStateException("job not cancelled", failed);
        }
    }
}
