package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.LineageWalk;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.table.FileErrors;

/** The record in memory: takes changes one after the other, as the database would. */
final class Record {

    private Hierarchy units = new Hierarchy(List.of(new UnitVersion(
            new UUID(0, 84),
            "VN",
            "Việt Nam",
            "Việt Nam",
            "quốc gia",
            Level.COUNTRY,
            null,
            Validity.since(Validity.ALWAYS),
            null,
            null)));
    private final List<LineageEdge> edges = new ArrayList<>();
    private final Map<String, Set<UUID>> saidBy = new HashMap<>();
    private final NavigableMap<LocalDate, LaterList> lists = new TreeMap<>();

    /** Applies a change, or fails as the service would. */
    ChangePlan apply(Changes change) {
        Change read = change.read();
        ChangePlan plan = ChangePlanner.plan(read, UUID.randomUUID(), units, edges, UUID::randomUUID);
        take(plan, read.effectiveOn());
        return plan;
    }

    /** Takes a change back; false where later changes are built upon it. */
    boolean withdraw(Change change, Traces traces) {
        Withdrawal withdrawal = new Withdrawal(change.effectiveOn(), traces, units, edges);
        if (!withdrawal.stands()) {
            return false;
        }
        take(withdrawal.plan(), change.effectiveOn());
        return true;
    }

    /** What whole lists did. */
    record Imported(
            ChangePlan plan, List<ListItem> items, @Nullable LineageDifference lineage) {}

    /** Files a list of the whole country. */
    Imported list(String day, List<ListedUnit> list) {
        return file(LocalDate.parse(day), new UnitList("VN", list), null);
    }

    Imported lineage(String day, List<LineageEdge> edges) {
        return file(LocalDate.parse(day), null, edges);
    }

    /** Files lists as the service does; fails with everything that is wrong. */
    Imported file(LocalDate day, @Nullable UnitList list, @Nullable List<LineageEdge> sent) {
        FileErrors errors = new FileErrors();
        Places places = new FilePlaces(list == null ? List.of() : list.units(), errors, list != null && sent != null);
        UUID id = UUID.randomUUID();
        Hierarchy known = new Hierarchy(
                units.all().filter(unit -> unit.level() != Level.HAMLET).toList());
        Draft draft = new Draft(
                day,
                id,
                known,
                edges.stream().filter(edge -> edge.from().length() <= 5).toList(),
                UUID::randomUUID);
        CataloguePlanner planner = new CataloguePlanner(draft, communes -> hamlets(communes, day), places);
        Map.Entry<LocalDate, LaterList> later = lists.higherEntry(day);
        List<ListItem> items = list == null ? List.of() : planner.units(list, later == null ? null : later.getValue());
        List<Change.Edge> given = new ArrayList<>();
        if (sent != null) {
            sent.forEach(edge -> given.add(new Change.Edge(given.size() + 2, edge)));
        }
        LineageDifference settled = sent == null ? null : planner.lineage(given);
        ChangePlan plan = planner.plan();
        if (!errors.isEmpty()) {
            throw errors.problem(DirectoryProblem.IMPORT_REFUSED, DirectoryProblem.IMPORT_REFUSED.title());
        }
        take(plan, day);
        plan.lineage().keySet().forEach(from -> saidBy.computeIfAbsent(from + "@" + day, key -> new HashSet<>())
                .add(id));
        if (list != null && list.area().equals("VN")) {
            lists.put(day, new LaterList(day, id));
        }
        return new Imported(plan, items, settled);
    }

    private HamletSource.Hamlets hamlets(Set<String> communes, LocalDate day) {
        Set<UUID> concerned = units.all()
                .filter(unit -> unit.level() == Level.HAMLET && communes.contains(unit.parentCode()))
                .map(UnitVersion::unitId)
                .collect(Collectors.toSet());
        List<UnitVersion> versions = units.all()
                .filter(unit -> concerned.contains(unit.unitId()))
                .flatMap(unit -> units.versions(unit.code()).stream())
                .distinct()
                .toList();
        Set<String> codes = versions.stream().map(UnitVersion::code).collect(Collectors.toSet());
        Map<String, Set<UUID>> said = new HashMap<>();
        communes.forEach(code -> said.put(code, saidBy.getOrDefault(code + "@" + day, Set.of())));
        return new HamletSource.Hamlets(
                versions,
                edges.stream()
                        .filter(edge -> codes.contains(edge.from()) || codes.contains(String.valueOf(edge.to())))
                        .toList(),
                said);
    }

    /** Writes a plan into the record. */
    void take(ChangePlan plan, LocalDate day) {
        Set<UnitVersion> gone = Set.copyOf(plan.superseded());
        units = new Hierarchy(
                Stream.concat(units.all().filter(version -> !gone.contains(version)), plan.added().stream())
                        .toList());
        edges.removeIf(edge -> edge.effectiveOn().equals(day) && plan.lineage().containsKey(edge.from()));
        plan.lineage().values().forEach(edges::addAll);
    }

    /** The codes of every reason why the change is refused, with where: {@code /ends/0 UNIT_UNKNOWN}. */
    List<String> refusals(Changes change) {
        try {
            apply(change);
        } catch (ProblemException refused) {
            return refused.errors().stream().map(Record::line).toList();
        }
        return Assertions.fail("the change was accepted");
    }

    private static String line(ProblemError error) {
        return error.pointer() + " " + error.code();
    }

    Hierarchy units() {
        return units;
    }

    Optional<UnitVersion> at(String code, String day) {
        return units.at(code, LocalDate.parse(day));
    }

    List<LineageEdge> edges() {
        return edges;
    }

    LineageWalk walk() {
        return new LineageWalk(units, edges);
    }

    /** What must be true after any accepted change. */
    void assertSound() {
        units.all().forEach(version -> {
            List<UnitVersion> same = units.versions(version.code());
            Assertions.assertThat(same)
                    .filteredOn(other -> other.valid().overlaps(version.valid()))
                    .hasSize(1);
            if (version.parentCode() != null) {
                Assertions.assertThat(units.firstDayWithout(version.parentCode(), version.valid()))
                        .as("parent of %s", version)
                        .isNull();
                Assertions.assertThat(version.level()
                                .mayStandUnder(vn.nhipso.directory.unit.UnitCode.levelOf(version.parentCode())))
                        .isTrue();
            }
        });
        units.all().map(UnitVersion::unitId).distinct().forEach(this::assertLifeWithoutGap);
        edges.forEach(edge -> {
            Assertions.assertThat(units.endsOn(edge.from(), edge.effectiveOn()))
                    .as("%s leaves", edge)
                    .isTrue();
            Assertions.assertThat(edge.to() == null
                            || units.at(edge.to(), edge.effectiveOn()).isPresent())
                    .as("%s arrives", edge)
                    .isTrue();
        });
    }

    private void assertLifeWithoutGap(UUID unit) {
        List<UnitVersion> life = units.all()
                .filter(version -> version.unitId().equals(unit))
                .sorted(Comparator.comparing(version -> version.valid().from()))
                .toList();
        for (int i = 1; i < life.size(); i++) {
            Assertions.assertThat(life.get(i - 1).valid().to())
                    .as("life of %s", life)
                    .isEqualTo(life.get(i).valid().from());
        }
    }
}
