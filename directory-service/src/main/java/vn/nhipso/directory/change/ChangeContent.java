package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;

/** What a change did, kept with it: also what followed by rule. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeContent(List<String> ends, List<UnitView> begins, List<LineageEdge> lineage) {

    static ChangeContent of(ChangePlan plan, LocalDate day) {
        return new ChangeContent(
                List.copyOf(plan.endedCodes()),
                plan.added().stream()
                        .filter(version -> version.valid().from().equals(day))
                        .sorted(Comparator.comparing(UnitVersion::level).thenComparing(UnitVersion::code))
                        .map(UnitView::of)
                        .toList(),
                plan.lineage().values().stream().flatMap(List::stream).toList());
    }
}
