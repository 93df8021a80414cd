package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.Validity;
import vn.nhipso.kit.problem.Text;

/** The tree on every day: whoever lives has a parent that lives. Levels are checked with the codes, so there is no cycle. */
final class TreeRules {

    private static final int NAMED_CHILDREN = 20;

    private final LocalDate day;
    private final Hierarchy after;
    private final Collection<String> ended;
    private final Places places;
    private final Set<UnitVersion> known;
    private final Hierarchy before;

    /** @param ended codes that the change itself ends */
    TreeRules(LocalDate day, Hierarchy before, Hierarchy after, Collection<String> ended, Places places) {
        this.day = day;
        this.before = before;
        this.after = after;
        this.ended = ended;
        this.places = places;
        this.known = before.all().collect(Collectors.toSet());
    }

    void check() {
        after.all()
                .filter(version -> !known.contains(version))
                .filter(version -> !version.valid().from().isBefore(day))
                .sorted(java.util.Comparator.comparing(UnitVersion::code))
                .forEach(this::checkParent);
        ended.forEach(this::checkChildren);
    }

    private void checkParent(UnitVersion version) {
        String parent = version.parentCode();
        LocalDate gap = parent == null ? null : after.firstDayWithout(parent, version.valid());
        if (parent == null || gap == null) {
            return;
        }
        if (gap.equals(version.valid().from())) {
            boolean unknown = after.versions(parent).isEmpty();
            places.begin(
                    version.code(),
                    "parentCode",
                    unknown ? DirectoryProblem.UNIT_UNKNOWN : DirectoryProblem.PARENT_NOT_LIVING,
                    Lives.of(parent, gap, after));
        } else {
            places.begin(
                    version.code(),
                    "parentCode",
                    DirectoryProblem.PARENT_ENDS_BEFORE_CHILD,
                    Text.of(
                            "Cấp trên %s của %s không còn từ ngày %s.",
                            "Parent %s of %s is gone from %s on.", parent, version.code(), gap));
        }
    }

    private void checkChildren(String code) {
        @Nullable LocalDate end =
                before.at(code, day).map(UnitVersion::valid).map(Validity::to).orElse(null);
        Validity lost = end == null ? Validity.since(day) : new Validity(day, end);
        List<String> orphans = after.childVersions(code)
                .filter(child -> known.contains(child) && child.valid().overlaps(lost))
                .filter(child -> after.firstDayWithout(code, child.valid()) != null)
                .map(UnitVersion::code)
                .distinct()
                .toList();
        if (!orphans.isEmpty()) {
            String first = orphans.stream().limit(NAMED_CHILDREN).collect(Collectors.joining(", "));
            places.end(
                    code,
                    DirectoryProblem.CHILD_LEFT_BEHIND,
                    Text.of(
                            "%s kết thúc nhưng còn %d đơn vị trực thuộc: %s.",
                            "%s ends but %d units still stand under it: %s.", code, orphans.size(), first));
        }
    }
}
