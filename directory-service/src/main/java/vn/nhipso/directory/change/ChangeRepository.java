package vn.nhipso.directory.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The recorded changes. */
@ApplicationScoped
class ChangeRepository {

    private static final String COLUMNS =
            "SELECT id, kind, act_number, act_issuer, act_issued_on, effective_on, note, recorded_at, units, edges, withdraws,"
                    + " (SELECT w.id FROM unit_change w WHERE w.withdraws = c.id) AS withdrawn_by FROM unit_change c ";
    private static final String BY_IDS = COLUMNS + "WHERE id = ANY (?::uuid[])";
    private static final String LIST = COLUMNS
            + "WHERE (?::text IS NULL OR act_number = ? OR id IN (SELECT change_id FROM lineage_edge WHERE instrument = ?)) AND (?::date IS NULL OR effective_on = ?)"
            + " AND (?::date IS NULL OR (effective_on, id) > (?::date, ?::uuid)) ORDER BY effective_on, id LIMIT ?";

    private final Database database;
    private final ObjectMapper mapper;

    ChangeRepository(Database database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The last item of a page. */
    record Seen(LocalDate effectiveOn, UUID id) {

        static Seen of(List<String> key) {
            return new Seen(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
        }
    }

    Optional<ChangeView> find(UUID id) {
        return database.find(BY_IDS, ChangeRepository::read, List.of(id)).map(change -> change.with(content(id)));
    }

    /** Fails with CHANGE_NOT_FOUND. */
    ChangeView require(UUID id) {
        return database.find(BY_IDS, ChangeRepository::read, List.of(id)).orElseThrow(() -> notFound(id));
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                DirectoryProblem.CHANGE_NOT_FOUND, Text.of("Không có lần sắp xếp %s.", "There is no change %s.", id));
    }

    Map<UUID, ChangeView> find(Collection<UUID> ids) {
        return database.list(BY_IDS, ChangeRepository::read, List.copyOf(ids)).stream()
                .collect(Collectors.toMap(ChangeView::id, Function.identity()));
    }

    /** By the day of effect, then in the order of recording. */
    List<ChangeView> list(@Nullable String act, @Nullable LocalDate effectiveOn, @Nullable Seen after, int limit) {
        LocalDate lastDay = after == null ? null : after.effectiveOn();
        UUID lastId = after == null ? null : after.id();
        return database.list(
                LIST, ChangeRepository::read, act, act, act, effectiveOn, effectiveOn, lastDay, lastDay, lastId, limit);
    }

    private ChangeContent content(UUID id) {
        String json = database.find("SELECT content FROM unit_change WHERE id = ?", row -> row.getString("content"), id)
                .orElseThrow();
        try {
            return mapper.readValue(json, ChangeContent.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("content of change " + id, unreadable);
        }
    }

    private static ChangeView read(ResultSet row) throws SQLException {
        return new ChangeView(
                row.getObject("id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                Act.of(
                        row.getString("act_number"),
                        row.getString("act_issuer"),
                        row.getObject("act_issued_on", LocalDate.class)),
                row.getObject("effective_on", LocalDate.class),
                row.getString("note"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getInt("units"),
                row.getInt("edges"),
                row.getObject("withdraws", UUID.class),
                row.getObject("withdrawn_by", UUID.class),
                null,
                null,
                null);
    }
}
