package vn.nhipso.indicator.finding.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.check.OutlierMethod;
import vn.nhipso.indicator.check.Siblings;
import vn.nhipso.indicator.check.Size;

/** The measurements of all units with one parent and level, of one indicator, period and scope. */
final class Group {

    private final List<Member> members = new ArrayList<>();
    private final Map<Integer, Siblings> published = new HashMap<>();

    /**
     * One of them.
     *
     * @param version of the definition; only figures made under the same one are held against one another
     * @param stated as it was last stated; null where it has no size
     * @param published null where nothing is, or it has no size
     */
    record Member(
            Subject subject,
            int version,
            @Nullable Size stated,
            @Nullable Size published) {}

    void add(Member member) {
        members.add(member);
    }

    List<Member> members() {
        return members;
    }

    /** A figure that waits is judged among the published ones of the others. */
    @Nullable Oddity outlier(Member member, OutlierMethod method) {
        Size stated = member.stated();
        if (stated == null) {
            return null;
        }
        boolean waits = !stated.equals(member.published());
        Siblings siblings = waits
                ? Siblings.of(amounts(member, stated))
                : published.computeIfAbsent(member.version(), version -> Siblings.of(amounts(member, stated)));
        return siblings.oddity(stated, method);
    }

    private List<BigDecimal> amounts(Member judged, Size stated) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (Member member : members) {
            Size size = member.equals(judged) ? stated : member.published();
            if (size != null && member.version() == judged.version()) {
                amounts.add(size.amount());
            }
        }
        return amounts;
    }
}
