package vn.nhipso.indicator.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.indicator.unit.Units;

/** Holds targets of units against those of the units directly below them. */
@ApplicationScoped
class Cascades {

    private final ApplicableTargets targets;
    private final Definitions definitions;
    private final Units units;

    Cascades(ApplicableTargets targets, Definitions definitions, Units units) {
        this.targets = targets;
        this.definitions = definitions;
        this.units = units;
    }

    /** @param aims all of one unit and period */
    List<CascadeView> of(List<Aim> aims) {
        Map<String, DefinitionVersions> versions =
                definitions.versions(aims.stream().map(Aim::indicator).toList());
        Map<Aim, List<UnitVersion>> below = new HashMap<>();
        Map<LocalDate, List<UnitVersion>> children = new HashMap<>();
        List<Aim> all = new ArrayList<>(aims);
        for (Aim aim : aims) {
            Definition definition = definition(aim, versions);
            LocalDate day = definition.calendar().closingDay(aim.period());
            List<UnitVersion> reporting = children.computeIfAbsent(day, on -> units.children(aim.unit(), on)).stream()
                    .filter(child -> !definition.lowestLevel().isAbove(child.level()))
                    .toList();
            below.put(aim, reporting);
            reporting.forEach(child -> all.add(new Aim(aim.indicator(), child.code(), aim.period())));
        }
        Map<Aim, Applicable> found = new HashMap<>();
        targets.explain(all, false).forEach(applicable -> found.put(applicable.aim(), applicable));
        return aims.stream()
                .map(aim -> new Cascade(
                                definition(aim, versions).kind(),
                                Objects.requireNonNull(found.get(aim)),
                                Objects.requireNonNull(below.get(aim)),
                                found)
                        .view())
                .toList();
    }

    private static Definition definition(Aim aim, Map<String, DefinitionVersions> versions) {
        return Objects.requireNonNull(versions.get(aim.indicator())).of(aim.period());
    }
}
