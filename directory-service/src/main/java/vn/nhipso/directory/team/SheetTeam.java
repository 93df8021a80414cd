package vn.nhipso.directory.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.placement.UnitOfEntry;

/** A team of a file, with all its rows, and what becomes of it. */
final class SheetTeam {

    /** A member and its row. */
    record Row(int line, TeamMember member) {}

    /** Who is in a file once for a team. */
    private record Person(
            String name, @Nullable String phone, @Nullable LocalDate from) {}

    /** What identifies a team in a file. */
    record Key(
            String unit,
            TeamKind kind,
            String name,
            @Nullable LocalDate from) {}

    final Team team;
    final List<Integer> lines = new ArrayList<>();
    final List<Row> members = new ArrayList<>();
    private final Set<Person> people = new HashSet<>();

    /** Once its unit is found. */
    UnitOfEntry.@Nullable Entry entry;

    @Nullable Itinerary itinerary;

    /** As the file says it; the unit may end earlier. */
    @Nullable LocalDate statedEnd;

    /** Null for one that is not recorded yet. */
    @Nullable KnownTeam known;

    boolean ends;

    SheetTeam(Team team) {
        this.team = team;
    }

    static Key key(Team team) {
        return new Key(team.unitCode, team.kind, team.name.toLowerCase(Locale.ROOT), team.validFrom);
    }

    /** Whether another row says the same of the team. */
    boolean isSaidAgainBy(Team other) {
        return team.level == other.level
                && Objects.equals(team.decision(), other.decision())
                && Objects.equals(team.validTo, other.validTo);
    }

    /** Whether the member does not stand in another row. */
    boolean isNew(TeamMember member) {
        String name = member.name == null ? "" : member.name.toLowerCase(Locale.ROOT);
        return people.add(new Person(name, member.phone, member.from));
    }

    UUID id() {
        KnownTeam recorded = known;
        return recorded == null ? team.id : recorded.team().id;
    }

    void ownMembers() {
        members.forEach(row -> row.member().teamId = id());
    }
}
