package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Level;

/** Checks the lineage of a day for all units at once. */
@ApplicationScoped
class LineageCheckRepository {

    private static final String CHECK = sql("check.sql");
    private static final String LEVELS = CHECK + sql("check-levels.sql");
    private static final String PROBLEMS = CHECK + sql("check-problems.sql");

    private final Database database;

    LineageCheckRepository(Database database) {
        this.database = database;
    }

    /** What is counted, highest level first. */
    record Counted(LineageCheckView.OfLevel level, long problems) {}

    List<Counted> levels(LocalDate day, String within) {
        return database.list(LEVELS, LineageCheckRepository::counted, day, within).stream()
                .sorted(Comparator.comparing(counted -> counted.level().level()))
                .toList();
    }

    /** @param after code and word of the last one seen */
    List<LineageCheckView.Problem> problems(LocalDate day, String within, List<String> after, int limit) {
        @Nullable String code = after.isEmpty() ? null : after.getFirst();
        @Nullable String what = after.isEmpty() ? null : after.getLast();
        return database.list(
                PROBLEMS,
                row -> new LineageCheckView.Problem(
                        row.getString("code"),
                        row.getString("full_name"),
                        Level.valueOf(row.getString("level")),
                        LineageCheckView.What.valueOf(row.getString("what"))),
                day,
                within,
                code,
                what,
                limit);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                new LineageCheckView.OfLevel(
                        Level.valueOf(row.getString("level")),
                        row.getLong("before"),
                        row.getLong("after"),
                        row.getLong("continued"),
                        row.getLong("succeeded"),
                        row.getLong("divided"),
                        row.getLong("ended"),
                        row.getLong("unknown"),
                        row.getLong("orphans")),
                row.getLong("problems"));
    }

    private static String sql(String name) {
        return Sql.of(LineageCheckRepository.class, name);
    }
}
