package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.UnitRows;

/** Reads what a change did to the record, and what has been built upon it. */
@ApplicationScoped
class WithdrawalStore {

    private static final String ADDED = sql("traces-added.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String REMOVED = sql("traces-removed.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String EDGES_ADDED = sql("traces-edges-added.sql");
    private static final String EDGES_REMOVED = sql("traces-edges-removed.sql");
    private static final String BUILT_UPON = sql("built-upon.sql");

    private final Database database;

    WithdrawalStore(Database database) {
        this.database = database;
    }

    /** A change that altered what an earlier one had written. */
    record Later(UUID id, LocalDate effectiveOn, @Nullable String act) {}

    Traces traces(UUID change) {
        return new Traces(
                database.list(ADDED, UnitRows::read, change),
                database.list(REMOVED, UnitRows::read, change),
                database.list(EDGES_ADDED, EdgeRows::read, change),
                database.list(EDGES_REMOVED, EdgeRows::read, change));
    }

    /** Changes that have to be withdrawn before this one can be, oldest day first. */
    List<Later> builtUpon(UUID change) {
        return database.list(
                BUILT_UPON,
                row -> new Later(
                        row.getObject("id", UUID.class),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("act_number")),
                change);
    }

    Optional<UUID> withdrawnBy(UUID change) {
        return database.find(
                "SELECT id FROM unit_change WHERE withdraws = ?", row -> row.getObject("id", UUID.class), change);
    }

    private static String sql(String name) {
        return Sql.of(WithdrawalStore.class, name);
    }
}
