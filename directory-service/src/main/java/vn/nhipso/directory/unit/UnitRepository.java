package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
    private static final String AT = "SELECT {columns} FROM {units} u WHERE u.code = ? AND u.valid @> ?::date";
    private static final String VERSIONS = "SELECT {columns} FROM {units} u WHERE u.code = ? ORDER BY u.valid";
    private static final String OF_CODES =
            "SELECT {columns} FROM unit_version u WHERE u.code = ANY (?::text[]) ORDER BY u.code, u.valid";
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

    /** Everyone who ever bore the code, oldest first. */
    public List<UnitVersion> versions(String code, When when) {
        return list(VERSIONS, when, code);
    }

    /** Everyone who ever bore one of the codes. */
    public List<UnitVersion> versions(Collection<String> codes) {
        return database.list(current(OF_CODES), UnitRows::read, List.copyOf(codes));
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
        return current(sql).replace("{units}", when.asOf() == null ? NOW : AS_OF);
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
        return versions(code, new When(LocalDate.EPOCH, null)).stream()
                .map(version -> version.valid().to())
                .reduce((first, second) -> second)
                .map(end -> end.minusDays(1));
    }
}
