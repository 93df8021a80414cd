package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;

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
    public List<RelativeView> successors(String code, LocalDate day, LocalDate at) {
        List<Arrival> arrivals = lineage.onward(List.of(code), day).forward(code, day, at);
        Hierarchy known = known(arrivals.stream().map(Arrival::code).toList());
        return arrivals.stream()
                .map(arrival -> view(arrival, arrival.code(), at, known))
                .toList();
    }

    /** The units of an earlier day of which something is in the unit that bears the code on a day. */
    public List<RelativeView> predecessors(String code, LocalDate day, LocalDate at) {
        LineageWalk walk = lineage.backward(code, day);
        List<String> candidates = walk.codesAlive(at, code);
        Hierarchy known = known(candidates);
        return candidates.stream()
                .flatMap(candidate -> walk.forward(candidate, at, day).stream()
                        .filter(arrival -> code.equals(arrival.code()))
                        .map(arrival -> view(arrival, candidate, at, known)))
                .toList();
    }

    /** The first day of the unit that bears the code on a day, under that code. */
    public LocalDate firstDay(UnitVersion unit) {
        Hierarchy known = new Hierarchy(units.versions(List.of(unit.code())));
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

    private Hierarchy known(List<@Nullable String> codes) {
        List<String> named = codes.stream().filter(Objects::nonNull).distinct().toList();
        return new Hierarchy(units.versions(named));
    }

    private static RelativeView view(Arrival arrival, @Nullable String code, LocalDate at, Hierarchy known) {
        UnitView unit =
                code == null ? null : known.at(code, at).map(UnitView::of).orElse(null);
        return new RelativeView(unit, arrival.area(), arrival.population(), arrival.share());
    }
}
