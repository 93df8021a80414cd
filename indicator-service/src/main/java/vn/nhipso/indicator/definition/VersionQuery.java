package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.time.VietnamTime;

/** Reads all that a code was ever defined as. */
@ApplicationScoped
class VersionQuery {

    private static final String REVISIONS = """
            SELECT r.code, r.version, r.revision, r.body::text, r.recorded_at, r.author, r.reason,
              lower(v.valid), upper(v.valid), isempty(v.valid)
            FROM indicator_revision r JOIN indicator_version v ON v.code = r.code AND v.version = r.version
            WHERE r.code = ?
            ORDER BY r.revision
            """;

    private final DataSource dataSource;
    private final Clock clock;

    VersionQuery(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A revision, and the days on which its version counts. */
    private record Logged(
            Indicator state,
            String author,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean replaced) {

        boolean countsOn(LocalDate day) {
            return !replaced && (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        /** The state with the days on which its version counts. */
        Indicator onItsDays() {
            DefineIndicator body = replaced
                    ? state.body()
                    : state.body().valid(from, to, state.body().replacedBy());
            return new Indicator(state.code(), state.version(), state.revision(), body, state.recordedAt());
        }
    }

    /** One version in its last words. */
    Optional<IndicatorView> version(String code, int version) {
        return revisions(code).reversed().stream()
                .filter(logged -> logged.state().version() == version)
                .findFirst()
                .map(logged -> IndicatorView.of(logged.onItsDays()));
    }

    /** The version that counts on a day, in its last words. */
    Optional<IndicatorView> on(String code, LocalDate day) {
        return revisions(code).reversed().stream()
                .filter(logged -> logged.countsOn(day))
                .findFirst()
                .map(logged -> IndicatorView.of(logged.onItsDays()));
    }

    /** Newest first; empty for a code nobody defined. */
    List<VersionView> all(String code, boolean withAuthors) {
        TreeMap<Integer, List<Logged>> byVersion = new TreeMap<>(Comparator.reverseOrder());
        List<Logged> revisions = revisions(code);
        revisions.forEach(logged -> byVersion
                .computeIfAbsent(logged.state().version(), version -> new ArrayList<>())
                .add(logged));
        LocalDate today = VietnamTime.today(clock);
        List<VersionView> views = new ArrayList<>();
        for (List<Logged> wordings : byVersion.values()) {
            Logged last = wordings.getLast();
            Logged before = before(revisions, wordings.getFirst());
            views.add(new VersionView(
                    last.state().version(),
                    status(last, today),
                    last.onItsDays().body(),
                    changed(before, last),
                    wordings.reversed().stream()
                            .map(logged -> wording(logged, before(revisions, logged), withAuthors))
                            .toList()));
        }
        return views;
    }

    private static VersionView.Wording wording(Logged logged, @Nullable Logged before, boolean withAuthor) {
        return new VersionView.Wording(
                logged.state().revision(),
                logged.state().recordedAt(),
                withAuthor ? logged.author() : null,
                logged.reason(),
                changed(before, logged));
    }

    private static @Nullable Logged before(List<Logged> revisions, Logged logged) {
        int index = revisions.indexOf(logged);
        return index == 0 ? null : revisions.get(index - 1);
    }

    private static List<String> changed(@Nullable Logged before, Logged after) {
        return before == null
                ? List.of()
                : Meaning.changes(before.state().body(), after.state().body());
    }

    private static Status status(Logged last, LocalDate today) {
        if (last.replaced()) {
            return Status.REPLACED;
        }
        if (last.countsOn(today)) {
            return Status.IN_FORCE;
        }
        return last.from() != null && last.from().isAfter(today) ? Status.FUTURE : Status.RETIRED;
    }

    /** Oldest first. */
    private List<Logged> revisions(String code) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(REVISIONS)) {
            select.setString(1, code);
            List<Logged> revisions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    revisions.add(new Logged(
                            IndicatorStore.indicator(row),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, LocalDate.class),
                            row.getObject(9, LocalDate.class),
                            row.getBoolean(10)));
                }
            }
            return revisions;
        } catch (SQLException failed) {
            throw new IllegalStateException("versions not read", failed);
        }
    }
}
