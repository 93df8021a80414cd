package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;
import vn.nhipso.directory.unit.When;

/** What became of a unit, and what it was made of, between two days. */
@ApplicationScoped
public class Relatives {

    private final LineageRepository lineage;
    private final UnitRepository units;

    Relatives(LineageRepository lineage, UnitRepository units) {
        this.lineage = lineage;
        this.units = units;
    }

    /** Where the unit that bears the code on a day is on a later one; itself where it lives on, nothing where it just ended. */
    List<RelativeView> successors(UnitVersion unit, When when, LocalDate at) {
        LineageWalk walk = lineage.onward(List.of(unit.code()), when.day(), when.asOf());
        return walk.forward(unit.code(), when.day(), at).stream()
                .map(arrival -> view(arrival, arrival.code(), at, walk))
                .toList();
    }

    /** The units of an earlier day of which something is in the unit that bears the code on a day. */
    List<RelativeView> predecessors(UnitVersion unit, When when, LocalDate at) {
        String code = unit.code();
        LineageWalk walk = lineage.backward(code, when.day(), when.asOf());
        return walk.codesAlive(at, code).stream()
                .flatMap(candidate -> walk.forward(candidate, at, when.day()).stream()
                        .filter(arrival -> code.equals(arrival.code()))
                        .map(arrival -> view(arrival, candidate, at, walk)))
                .toList();
    }

    /** The first day of the unit that bears the code on a day, under that code. */
    public LocalDate firstDay(UnitVersion unit) {
        return firstDay(unit, null);
    }

    /** As {@link #firstDay(UnitVersion)}, as known at a moment; null for now. */
    LocalDate firstDay(UnitVersion unit, @Nullable Instant asOf) {
        Hierarchy known = new Hierarchy(units.versions(List.of(unit.code()), asOf));
        LocalDate first = unit.valid().from();
        while (!first.equals(LocalDate.MIN)) {
            var before = known.at(unit.code(), first.minusDays(1)).filter(unit::isSameUnit);
            if (before.isEmpty()) {
                break;
            }
            first = before.get().valid().from();
        }
        return first;
    }

    private static RelativeView view(Arrival arrival, @Nullable String code, LocalDate at, LineageWalk walk) {
        UnitView unit =
                code == null ? null : walk.unit(code, at).map(UnitView::of).orElse(null);
        return new RelativeView(unit, arrival.area(), arrival.population(), arrival.share());
    }
}
