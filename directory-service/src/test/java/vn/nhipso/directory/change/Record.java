package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.lineage.LineageWalk;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;

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

    /** Applies a change, or fails as the service would. */
    ChangePlan apply(Changes change) {
        Change read = change.read();
        ChangePlan plan = ChangePlanner.plan(read, UUID.randomUUID(), units, edges, UUID::randomUUID);
        units = ChangePlanner.applied(units, plan);
        edges.removeIf(edge ->
                edge.effectiveOn().equals(read.effectiveOn()) && plan.lineage().containsKey(edge.from()));
        plan.lineage().values().forEach(edges::addAll);
        return plan;
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
