package vn.nhipso.indicator.measurement.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.Row;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What the jobs of files say of single rows. */
@ApplicationScoped
class ReportStore {

    private static final String ADD = """
            INSERT INTO measurement_report (job, line, indicator, unit, period, scope, outcome, code, detail_vi, detail_en)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT line, indicator, unit, period, scope, outcome, code, detail_vi, detail_en, id
            FROM measurement_report WHERE job = ? AND (line, id) > (?, ?) ORDER BY line, id LIMIT ?
            """;

    private final DataSource dataSource;

    ReportStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A line of a report: a bad row or a finding. */
    record Entry(
            int line,
            String indicator,
            String unit,
            String period,
            String scope,
            String outcome,
            String code,
            Text detail,
            long id) {}

    void clear(Connection tx, UUID job) throws SQLException {
        try (PreparedStatement delete = tx.prepareStatement("DELETE FROM measurement_report WHERE job = ?")) {
            delete.setObject(1, job);
            delete.executeUpdate();
        }
    }

    void add(Connection tx, UUID job, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = tx.prepareStatement(ADD)) {
            int added = 0;
            for (Row row : rows) {
                for (ProblemError error : row.errors()) {
                    String at = error.pointer() == null ? "" : error.pointer().substring(1) + ": ";
                    add(
                            insert,
                            job,
                            row,
                            error.code(),
                            new Text(
                                    at + error.detail().vi(),
                                    at + error.detail().en()));
                    added++;
                }
                for (Recorded found : row.findings()) {
                    add(
                            insert,
                            job,
                            row,
                            found.oddity().code().name(),
                            found.oddity().detail());
                    added++;
                }
            }
            if (added > 0) {
                insert.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement insert, UUID job, Row row, String code, Text detail) throws SQLException {
        BatchItem item = row.item();
        insert.setObject(1, job);
        insert.setInt(2, item.row());
        insert.setString(3, item.indicator());
        insert.setString(4, item.unit());
        insert.setString(5, item.period());
        insert.setString(6, item.scope() == null ? null : item.scope().name());
        insert.setString(7, row.outcome().name());
        insert.setString(8, code);
        insert.setString(9, detail.vi());
        insert.setString(10, detail.en());
        insert.addBatch();
    }

    /** Who may read it; empty where there is no such job of a file. */
    Optional<String> owner(UUID job) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("SELECT owner FROM job WHERE id = ? AND kind = ?")) {
            find.setObject(1, job);
            find.setString(2, FileJob.KIND);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("job not read", failed);
        }
    }

    /** The entries behind a place, in the order of the file. */
    List<Entry> page(UUID job, int line, long id, int most) {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, job);
            select.setInt(2, line);
            select.setLong(3, id);
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("report not read", failed);
        }
        return entries;
    }

    /** The first bad rows, as many as a problem lists. */
    List<ProblemError> errors(UUID job) {
        return page(job, -1, 0, 2 * ProblemException.LISTED_ERRORS).stream()
                .filter(entry -> entry.outcome().equals("REJECTED"))
                .limit(ProblemException.LISTED_ERRORS)
                .map(entry -> ProblemError.row(entry.line(), null, entry.code(), entry.detail()))
                .toList();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt(1),
                orEmpty(row.getString(2)),
                orEmpty(row.getString(3)),
                orEmpty(row.getString(4)),
                orEmpty(row.getString(5)),
                row.getString(6),
                row.getString(7),
                new Text(row.getString(8), row.getString(9)),
                row.getLong(10));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
