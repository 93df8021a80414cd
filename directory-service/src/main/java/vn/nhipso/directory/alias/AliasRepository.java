package vn.nhipso.directory.alias;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;

/** The recorded aliases; what is replaced or removed stays on the record of what was known. */
@ApplicationScoped
class AliasRepository {

    private static final String COLUMNS =
            "SELECT alias, code, lower(valid) AS valid_from, upper(valid) AS valid_to, note, revision, recorded_at FROM code_alias ";
    private static final String LIST =
            COLUMNS + "WHERE (?::text IS NULL OR code = ?) AND (?::text IS NULL OR alias > ?) ORDER BY alias LIMIT ?";
    private static final String ADD = Sql.of(AliasRepository.class, "add-aliases.sql");
    private static final String SUPERSEDE = Sql.of(AliasRepository.class, "supersede-aliases.sql");
    private static final String REVISE = Sql.of(AliasRepository.class, "revise-aliases.sql");
    private static final String LAST = "SELECT greatest((SELECT max(recorded_at) FROM code_alias),"
            + " (SELECT max(upper(recorded)) FROM code_alias_superseded)) AS last";

    private final Database database;
    private final Clock clock;

    AliasRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<CodeAlias> find(String alias) {
        return database.find(COLUMNS + "WHERE alias = ?", AliasRepository::read, alias);
    }

    Map<String, CodeAlias> find(Collection<String> aliases) {
        return database
                .list(COLUMNS + "WHERE alias = ANY (?::text[])", AliasRepository::read, List.copyOf(aliases))
                .stream()
                .collect(Collectors.toMap(CodeAlias::alias, Function.identity()));
    }

    /** By alias. */
    List<CodeAlias> list(@Nullable String code, @Nullable String after, int limit) {
        return database.list(LIST, AliasRepository::read, code, code, after, after, limit);
    }

    /** Later than everything recorded of aliases before. */
    Instant nextMoment() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.find(LAST, row -> row.getObject("last", OffsetDateTime.class))
                .map(last -> last.toInstant().plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** Replaces what there is of them; returns them as recorded. */
    List<CodeAlias> put(List<CodeAlias> aliases, Instant moment, String by) {
        List<String> names = aliases.stream().map(CodeAlias::alias).toList();
        Map<String, Long> revisions = takeOff(names, moment);
        List<CodeAlias> recorded = aliases.stream()
                .map(alias -> alias.recorded(revisions.getOrDefault(alias.alias(), 1L), moment))
                .toList();
        database.update(
                ADD,
                moment,
                by,
                names,
                column(recorded, CodeAlias::code),
                column(recorded, CodeAlias::validFrom),
                column(recorded, CodeAlias::validTo),
                column(recorded, CodeAlias::note),
                column(recorded, CodeAlias::revision));
        return recorded;
    }

    /** Returns the revision of the removal. */
    long remove(String alias, Instant moment) {
        return takeOff(List.of(alias), moment).getOrDefault(alias, 1L);
    }

    private Map<String, Long> takeOff(List<String> aliases, Instant moment) {
        database.update(SUPERSEDE, aliases, moment);
        Map<String, Long> revisions = new HashMap<>();
        database.list(REVISE, row -> Map.entry(row.getString("alias"), row.getLong("revision")), aliases)
                .forEach(entry -> revisions.put(entry.getKey(), entry.getValue()));
        return revisions;
    }

    private static <T> List<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private static CodeAlias read(ResultSet row) throws SQLException {
        return new CodeAlias(
                row.getString("alias"),
                row.getString("code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("note"),
                row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
