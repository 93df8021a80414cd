package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitRows;
import vn.nhipso.directory.unit.UnitVersion;

/** Reads what whole lists must be compared with: all units above hamlets at once, of hamlets only those of communes that end or move. */
@ApplicationScoped
class CatalogueStore {

    private static final String UNITS = sql("catalogue-units.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String EDGES = sql("catalogue-edges.sql");
    private static final String HAMLETS = sql("hamlets-under.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String TOUCHING = sql("edges-touching.sql");
    private static final String EDGE_CHANGES = sql("edge-changes.sql");
    private static final String LISTS_AFTER = sql("lists-after.sql");

    private final Database database;

    CatalogueStore(Database database) {
        this.database = database;
    }

    Hierarchy units() {
        return new Hierarchy(database.list(UNITS, UnitRows::read));
    }

    List<LineageEdge> edges() {
        return database.list(EDGES, EdgeRows::read);
    }

    /** The whole lists that are known of later days, by day. */
    List<LaterLists.Of> listsAfter(LocalDate day) {
        return database.list(
                LISTS_AFTER,
                row -> new LaterLists.Of(
                        row.getString("list_of"),
                        new LaterList(row.getObject("effective_on", LocalDate.class), row.getObject("id", UUID.class))),
                day);
    }

    HamletSource.Hamlets hamlets(Set<String> communes, LocalDate day) {
        List<UnitVersion> versions = database.list(HAMLETS, UnitRows::read, List.copyOf(communes));
        if (versions.isEmpty()) {
            return new HamletSource.Hamlets(List.of(), List.of(), Map.of());
        }
        List<String> codes = versions.stream().map(UnitVersion::code).distinct().toList();
        Map<String, Set<UUID>> saidBy = new HashMap<>();
        database.list(
                        EDGE_CHANGES,
                        row -> Map.entry(row.getString("from_code"), row.getObject("change_id", UUID.class)),
                        List.copyOf(communes),
                        day)
                .forEach(said -> saidBy.computeIfAbsent(said.getKey(), code -> new HashSet<>())
                        .add(said.getValue()));
        return new HamletSource.Hamlets(versions, database.list(TOUCHING, EdgeRows::read, codes, codes), saidBy);
    }

    /** Remembers that a change held the whole list of a part of the country. */
    void markList(UUID change, UnitList list) {
        database.update("UPDATE unit_change SET list_of = ? WHERE id = ?", list.area(), change);
    }

    private static String sql(String name) {
        return Sql.of(CatalogueStore.class, name);
    }
}
