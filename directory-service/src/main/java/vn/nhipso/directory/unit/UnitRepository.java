package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
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
        return list(DESCENDANTS, when, when.day(), code, depth, filter.level(), filter.type(), after, limit);
    }

    private List<UnitVersion> list(String sql, When when, @Nullable Object... parameters) {
        List<@Nullable Object> all = new ArrayList<>();
        if (when.asOf() != null) {
            all.add(when.asOf());
        }
        all.addAll(Arrays.asList(parameters));
        String relation = when.asOf() == null ? NOW : AS_OF;
        return database.list(
                sql.replace("{units}", relation).replace("{columns}", UnitRows.COLUMNS), UnitRows::read, all.toArray());
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
