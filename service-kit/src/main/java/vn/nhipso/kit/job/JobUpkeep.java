package vn.nhipso.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What nobody else would end or delete: jobs whose runs died too often or after they were cancelled, files and rows of finished ones. */
final class JobUpkeep {

    private static final String GIVE_UP = """
            UPDATE job SET status = 'FAILED', failure = ?::json, lease = NULL, lease_until = NULL, finished_at = now()
            WHERE id IN (SELECT id FROM job WHERE status = 'RUNNING' AND lease_until < now() AND attempts >= ? AND NOT cancel_requested
                         FOR UPDATE SKIP LOCKED)
            """;

    private static final String CANCEL = """
            UPDATE job SET status = 'CANCELLED', lease = NULL, lease_until = NULL, finished_at = now()
            WHERE id IN (SELECT id FROM job WHERE cancel_requested AND (status = 'QUEUED' OR status = 'RUNNING' AND lease_until < now())
                         FOR UPDATE SKIP LOCKED)
            """;

    private static final String DELETE_INPUTS =
            "DELETE FROM job_input i USING job j WHERE j.id = i.job AND j.finished_at IS NOT NULL";

    private static final String DELETE_OLD = """
            DELETE FROM job WHERE id IN
              (SELECT id FROM job WHERE finished_at < now() - ? * interval '1 millisecond' ORDER BY finished_at LIMIT 1000)
            """;

    private final DataSource dataSource;
    private final JobConfig config;
    private final ObjectMapper mapper;

    JobUpkeep(DataSource dataSource, JobConfig config, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.config = config;
        this.mapper = mapper;
    }

    void run() throws SQLException {
        update(GIVE_UP, json(JobFailure.givenUp(config.maxAttempts())), config.maxAttempts());
        update(CANCEL);
        update(DELETE_INPUTS);
        update(DELETE_OLD, config.retention().toMillis());
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    private String json(JobFailure failure) {
        try {
            return mapper.writeValueAsString(failure);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
