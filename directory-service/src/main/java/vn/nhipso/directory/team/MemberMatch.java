package vn.nhipso.directory.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which recorded member a row of a file means; each is meant once. */
final class MemberMatch {

    private final List<TeamMember> left;

    MemberMatch(List<TeamMember> known) {
        this.left = new ArrayList<>(known);
    }

    /**
     * By name and first day, of several the one with the same phone number. An erased member is taken to be meant by a row of the same role, body
     * and days, so that an old file does not bring back what was erased. Null for somebody new.
     */
    @Nullable TeamMember meantBy(TeamMember row) {
        TeamMember found = first(known -> isCalled(known, row) && Objects.equals(known.phone, row.phone));
        if (found == null) {
            found = first(known -> isCalled(known, row));
        }
        if (found == null) {
            found = first(known -> known.erasedAt != null && isPlacedAs(known, row));
        }
        left.remove(found);
        return found;
    }

    private @Nullable TeamMember first(Predicate<TeamMember> rule) {
        return left.stream().filter(rule).findFirst().orElse(null);
    }

    private static boolean isCalled(TeamMember known, TeamMember row) {
        return known.name != null && known.name.equalsIgnoreCase(row.name) && Objects.equals(known.from, row.from);
    }

    private static boolean isPlacedAs(TeamMember known, TeamMember row) {
        return known.role == row.role && Objects.equals(known.body, row.body) && Objects.equals(known.from, row.from);
    }
}
