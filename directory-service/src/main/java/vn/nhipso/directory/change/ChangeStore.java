package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.SearchWords;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitRows;
import vn.nhipso.directory.unit.UnitVersion;

/** Reads what a change must be judged by and writes what it does: a handful of set-based statements, however many units. */
@ApplicationScoped
class ChangeStore {

    private static final String KNOWN_UNITS = sql("known-units.sql").replace("{columns}", UnitRows.COLUMNS);
    private static final String SUPERSEDE_UNITS = sql("supersede-units.sql");
    private static final String ADD_UNITS = sql("add-units.sql");
    private static final String EDGES_TOUCHING = sql("edges-touching.sql");
    private static final String SUPERSEDE_EDGES = sql("supersede-edges.sql");
    private static final String ADD_EDGES = sql("add-edges.sql");
    private static final String RECORDED_AS = "SELECT c.id FROM unit_change c WHERE c.fingerprint = ?"
            + " AND NOT EXISTS (SELECT FROM unit_change w WHERE w.withdraws = c.id) ORDER BY c.recorded_at DESC LIMIT 1";
    private static final String OUTBOX_ENTERED = "SELECT pg_advisory_xact_lock_shared(7301, 1)";
    private static final String ADD_CHANGE = sql("add-change.sql");

    private final Database database;
    private final Clock clock;

    ChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As much of the record as {@link ChangePlanner} needs. */
    record Known(Hierarchy units, List<LineageEdge> edges) {}

    Known known(Change change) {
        TreeSet<String> named = new TreeSet<>();
        TreeSet<String> parents = new TreeSet<>();
        change.ends().forEach(end -> parents.add(end.code()));
        change.begins().forEach(begin -> {
            named.add(begin.code());
            if (begin.parentCode() != null) {
                named.add(begin.parentCode());
            }
        });
        change.lineage().forEach(edge -> {
            named.add(edge.edge().from());
            String to = edge.edge().to();
            if (to != null) {
                named.add(to);
                parents.addAll(UnitCode.levelOf(to) == Level.COMMUNE ? List.of(to) : List.of());
            }
        });
        named.addAll(parents);
        return known(named, parents);
    }

    /** All of the codes and of what stands below them, and the parents of either. */
    Known known(Set<String> codes) {
        Hierarchy units = known(codes, codes).units();
        TreeSet<String> named = new TreeSet<>(codes);
        units.all().map(UnitVersion::parentCode).filter(Objects::nonNull).forEach(named::add);
        return known(named, codes);
    }

    private Known known(Set<String> named, Set<String> parents) {
        Hierarchy units =
                new Hierarchy(database.list(KNOWN_UNITS, UnitRows::read, List.copyOf(named), List.copyOf(parents)));
        List<String> codes = units.all().map(UnitVersion::code).distinct().toList();
        return new Known(units, database.list(EDGES_TOUCHING, EdgeRows::read, codes, codes));
    }

    /** The moment of a change: later than every other, so that the order of the record is the order of the clock. */
    Instant nextMoment() {
        // From its stamp on a writer counts as one: nobody takes a time for settled at which it may have stamped.
        database.find(OUTBOX_ENTERED, row -> row.getObject(1));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.find(
                        "SELECT max(recorded_at) AS last FROM unit_change",
                        row -> row.getObject("last", OffsetDateTime.class))
                .map(last -> last.toInstant().plus(1, ChronoUnit.MICROS))
                .filter(afterLast -> afterLast.isAfter(now))
                .orElse(now);
    }

    UUID nextId() {
        return database.find("SELECT uuidv7() AS id", row -> row.getObject("id", UUID.class))
                .orElseThrow();
    }

    Optional<UUID> recordedAs(String fingerprint) {
        return database.find(RECORDED_AS, row -> row.getObject("id", UUID.class), fingerprint);
    }

    void add(UUID id, Change change, String fingerprint, String content, ChangePlan plan, Instant moment, String by) {
        Act act = change.act();
        database.update(
                ADD_CHANGE,
                id,
                change.kind(),
                act == null ? null : act.number(),
                act == null ? null : act.issuer(),
                act == null ? null : act.issuedOn(),
                change.effectiveOn(),
                change.note(),
                fingerprint,
                content,
                plan.codes().size(),
                plan.lineage().size(),
                moment,
                by,
                change.withdraws());
    }

    void apply(UUID id, Change change, ChangePlan plan, Instant moment) {
        List<UnitVersion> gone = plan.superseded();
        int superseded = gone.isEmpty()
                ? 0
                : database.update(
                        SUPERSEDE_UNITS,
                        column(gone, UnitVersion::code),
                        column(gone, version -> version.valid().from()),
                        moment,
                        id);
        if (superseded != gone.size()) {
            throw new IllegalStateException("the record moved under the change: " + superseded + " of " + gone.size());
        }
        addUnits(plan.added(), moment);
        replaceEdges(id, change, plan, moment);
    }

    private void addUnits(List<UnitVersion> added, Instant moment) {
        if (added.isEmpty()) {
            return;
        }
        database.update(
                ADD_UNITS,
                moment,
                column(added, UnitVersion::code),
                column(added, version -> version.valid().from()),
                column(added, version -> version.valid().to()),
                column(added, UnitVersion::unitId),
                column(added, UnitVersion::name),
                column(added, UnitVersion::fullName),
                column(added, UnitVersion::type),
                column(added, UnitVersion::level),
                column(added, UnitVersion::parentCode),
                column(added, version -> SearchWords.of(version.name())),
                column(added, ChangeStore::searchText),
                column(added, UnitVersion::begunBy),
                column(added, UnitVersion::endedBy));
    }

    /** As the search statement reads it: full name, a mark, short name. */
    private static String searchText(UnitVersion version) {
        return SearchWords.of(version.fullName()) + " | " + SearchWords.of(version.name());
    }

    private void replaceEdges(UUID id, Change change, ChangePlan plan, Instant moment) {
        if (plan.lineage().isEmpty()) {
            return;
        }
        database.update(SUPERSEDE_EDGES, List.copyOf(plan.lineage().keySet()), change.effectiveOn(), moment, id);
        List<LineageEdge> edges =
                plan.lineage().values().stream().flatMap(List::stream).toList();
        database.update(
                ADD_EDGES,
                id,
                moment,
                column(edges, LineageEdge::from),
                column(edges, LineageEdge::effectiveOn),
                column(edges, LineageEdge::to),
                column(edges, LineageEdge::area),
                column(edges, LineageEdge::population),
                column(edges, edge -> edge.share() == null ? null : edge.share().toPlainString()),
                column(edges, LineageEdge::instrument),
                column(edges, LineageEdge::note));
    }

    /** Lets the database speak before the commit, so that its refusal can still be answered. */
    void checkConstraints() {
        database.update("SET CONSTRAINTS ALL IMMEDIATE");
    }

    private static <T> Collection<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private static String sql(String name) {
        return Sql.of(ChangeStore.class, name);
    }
}
