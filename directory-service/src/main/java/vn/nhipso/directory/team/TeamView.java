package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.unit.Level;

/** A team as the API shows it. */
@Schema(name = "Team")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(
        UUID id,

        @Schema(description = "Where it is, or was last", examples = "15655-01")
        String unit,

        TeamKind kind,
        Level level,
        String name,
        @Nullable Act decision,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "Where it was when: it goes with the population when its unit ends")
        List<Stay> placements,

        @Schema(description = "Members on the day asked for, else of today or the last day, by role and body")
        List<MemberCount> memberCounts,

        @Schema(description = "Only in a single team, and only for the steward and the reporter of its unit") @Nullable List<MemberView> members,

        long revision) {

    /** @param day on which the members are counted */
    static TeamView of(Team team, List<Stay> stays, List<TeamMember> members, LocalDate day) {
        return new TeamView(
                team.id,
                stays.isEmpty() ? team.unitCode : stays.getLast().unit(),
                team.kind,
                team.level,
                team.name,
                team.decision(),
                team.validFrom,
                team.validTo,
                stays,
                lives(stays, day) ? MemberCount.on(day, members) : List.of(),
                null,
                team.revision);
    }

    TeamView withPersons(List<TeamMember> all) {
        List<MemberView> shown = all.stream().map(MemberView::of).toList();
        return new TeamView(
                id, unit, kind, level, name, decision, validFrom, validTo, placements, memberCounts, shown, revision);
    }

    /** Whether it shows what not everybody may see. */
    boolean hasPersonalData() {
        return members != null && !members.isEmpty();
    }

    private static boolean lives(List<Stay> stays, LocalDate day) {
        return stays.stream().anyMatch(stay -> {
            LocalDate to = stay.to();
            return !day.isBefore(stay.from()) && (to == null || day.isBefore(to));
        });
    }
}
