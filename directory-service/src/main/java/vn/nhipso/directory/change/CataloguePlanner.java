package vn.nhipso.directory.change;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;

/**
 * Works out what whole lists do: units, then lineage, each as if it had come alone, so that sent together or one after the other they end
 * in the same record. A pure function of the lists and of what is known.
 */
final class CataloguePlanner {

    private final Draft draft;
    private final HamletSource hamlets;
    private final Places places;
    private List<Change.Edge> given = List.of();

    CataloguePlanner(Draft draft, HamletSource hamlets, Places places) {
        this.draft = draft;
        this.hamlets = hamlets;
        this.places = places;
    }

    /** @param later the next day of which a whole list of the same part is known */
    List<ListItem> units(UnitList list, @Nullable LaterList later) {
        ListComparison comparison = new ListComparison(draft, list, later);
        HamletsFollow follow = new HamletsFollow(draft, places);
        follow.remember(livingTheDayBefore());
        List<ListItem> items = comparison.apply();
        follow.apply(hamlets);
        return items;
    }

    LineageDifference lineage(List<Change.Edge> edges) {
        given = edges;
        LineageSettlement settlement = new LineageSettlement(draft, edges, places);
        HamletsFollow follow = new HamletsFollow(draft, places);
        follow.remember(settlement.from());
        settlement.apply();
        int moved = places.isClean() ? follow.apply(hamlets) : 0;
        return settlement.difference(moved);
    }

    /** Names every place that would leave the record wrong; the plan is good where none was named. */
    ChangePlan plan() {
        new TreeRules(draft.day(), draft.before(), draft.after(), draft.ended(), places).check();
        ChangePlan plan = draft.plan();
        if (places.isClean()) {
            new EdgeRules(draft.day(), given, draft.after(), plan.lineage(), draft.knownEdges(), places).check();
        }
        return plan;
    }

    private Set<String> livingTheDayBefore() {
        return draft.after()
                .all()
                .filter(unit -> unit.valid().contains(draft.day().minusDays(1)))
                .map(UnitVersion::code)
                .filter(code -> !code.equals(UnitCode.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
