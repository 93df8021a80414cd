package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;

/** The tree on any day, as known at any moment. */
@ApplicationScoped
public class UnitRepository {

    private static final String NOW = "unit_version";
    private static final String AS_OF = "unit_version_as_of(?::timestamptz)";
    private static final String ALIAS_NOW = "code_alias";
    private static final String ALIAS_AS_OF = "code_alias_as_of(?::timestamptz)";
    private static final String AT = "SELECT {columns} FROM {units} u WHERE u.code = ? AND u.valid @> ?::date";
    private static final String AT_ALIAS = "SELECT {columns} FROM {aliases} a JOIN {units} u ON u.code = a.code"
            + " WHERE a.alias = ? AND a.valid @> ?::date AND u.valid @> ?::date";
    private static final String ALIASES =
            "SELECT alias, code FROM {aliases} a WHERE starts_with(alias, ?) AND (?::date IS NULL OR valid @> ?::date)";
    private static final String VERSIONS = "SELECT {columns} FROM {units} u WHERE u.code = ? ORDER BY u.valid";
    private static final String OF_CODES =
            "SELECT {columns} FROM {units} u WHERE u.code = ANY (?::text[]) ORDER BY u.code, u.valid";
    private static final String OF_UNIT =
            "SELECT {columns} FROM unit_version u WHERE u.unit_id = ? ORDER BY u.valid, u.code";
    private static final String ANCESTORS = Sql.of(UnitRepository.class, "ancestors.sql");
    private static final String TREE = Sql.of(UnitRepository.class, "tree.sql");
    private static final String COUNTS = Sql.of(UnitRepository.class, "counts.sql");
    private static final String DESCENDANTS = Sql.of(UnitRepository.class, "descendants.sql");

    private final Database database;

    UnitRepository(Database database) {
        this.database = database;
    }

    /** Who bears the code then. */
    public Optional<UnitVersion> find(String code, When when) {
        return list(AT, when, code, when.day()).stream().findFirst();
    }

    /** Whom the code stands for then as an alias of another code. */
    Optional<UnitVersion> findByAlias(String alias, When when) {
        String sql = sql(AT_ALIAS, when);
        List<@Nullable Object> parameters = new ArrayList<>();
        if (when.asOf() != null) {
            // One for the aliases, one for the units.
            parameters.addAll(List.of(when.asOf(), when.asOf()));
        }
        parameters.addAll(List.of(alias, when.day(), when.day()));
        return database.list(sql, UnitRows::read, parameters.toArray()).stream().findFirst();
    }

    /** The main codes of the aliases that begin so; each with one such alias. */
    Map<String, String> codesByAlias(String beginning, @Nullable LocalDate day, @Nullable Instant asOf) {
        When when = new When(LocalDate.EPOCH, asOf);
        Map<String, String> codes = new HashMap<>();
        database.list(
                        sql(ALIASES, when),
                        row -> Map.entry(row.getString("code"), row.getString("alias")),
                        parameters(when, beginning, day, day))
                .forEach(alias ->
                        codes.merge(alias.getKey(), alias.getValue(), (a, b) -> a.length() < b.length() ? a : b));
        return codes;
    }

    /** Everyone who ever bore the code, oldest first. */
    public List<UnitVersion> versions(String code, When when) {
        return list(VERSIONS, when, code);
    }

    /** Everyone who ever bore one of the codes. */
    public List<UnitVersion> versions(Collection<String> codes) {
        return versions(codes, null);
    }

    /** Everyone who ever bore one of the codes, as known at a moment; null for now. */
    public List<UnitVersion> versions(Collection<String> codes, @Nullable Instant asOf) {
        return list(OF_CODES, new When(LocalDate.EPOCH, asOf), List.copyOf(codes));
    }

    /** All versions of one unit, whatever codes it bore, oldest first. */
    public List<UnitVersion> versionsOf(UUID unit) {
        return database.list(current(OF_UNIT), UnitRows::read, unit);
    }

    /** Parent first, the root last. */
    public List<UnitVersion> ancestors(String code, When when) {
        return list(ANCESTORS, when, when.day(), code);
    }

    /**
     * By level, then code.
     *
     * @param depth how many levels down; 1 for children
     * @param after the last code seen
     */
    public List<UnitVersion> descendants(
            String code, When when, int depth, UnitFilter filter, @Nullable String after, int limit) {
        return list(
                DESCENDANTS,
                when,
                when.day(),
                code,
                depth,
                filter.lowest().codeLength(),
                filter.levels(),
                filter.types(),
                after,
                limit);
    }

    /** Takes a unit of a tree. */
    @FunctionalInterface
    interface Visitor {
        void visit(int depth, UnitVersion unit) throws IOException;
    }

    /** The unit and all below it, depth first, as they come from the database. */
    void tree(String code, When when, Level deepest, Visitor visitor) throws IOException {
        database.each(
                sql(TREE, when),
                row -> visitor.visit(row.getInt("depth"), UnitRows.read(row)),
                parameters(when, when.day(), code, deepest.codeLength()));
    }

    /** Units below one by level and type, the most frequent type first. */
    List<CountsView.Row> counts(String code, When when) {
        return database.list(
                sql(COUNTS, when),
                row -> new CountsView.Row(
                        Level.valueOf(row.getString("level")),
                        new CountsView.OfType(row.getString("type"), row.getLong("units"))),
                parameters(when, when.day(), code));
    }

    private List<UnitVersion> list(String sql, When when, @Nullable Object... parameters) {
        return database.list(sql(sql, when), UnitRows::read, parameters(when, parameters));
    }

    private static String sql(String sql, When when) {
        boolean now = when.asOf() == null;
        return current(sql).replace("{units}", now ? NOW : AS_OF).replace("{aliases}", now ? ALIAS_NOW : ALIAS_AS_OF);
    }

    private static @Nullable Object[] parameters(When when, @Nullable Object... parameters) {
        List<@Nullable Object> all = new ArrayList<>();
        if (when.asOf() != null) {
            all.add(when.asOf());
        }
        all.addAll(Arrays.asList(parameters));
        return all.toArray();
    }

    private static String current(String sql) {
        return sql.replace("{columns}", UnitRows.COLUMNS);
    }

    /** The last day on which anybody bore the code; empty for a code that never lived or lives on. */
    public Optional<LocalDate> lastDay(String code) {
        List<UnitVersion> versions = versions(code, new When(LocalDate.EPOCH, null));
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(versions.getLast().valid().to()).map(end -> end.minusDays(1));
    }
}
