package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.activity.ActivityEvents;
import vn.nhipso.directory.committee.CommitteeEvents;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Relocation;
import vn.nhipso.directory.team.TeamEvents;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What follows a change for teams and committees. */
@ApplicationScoped
class MovesOn {

    private final Relocation relocation;
    private final PlacementRepository placements;
    private final TeamEvents teamEvents;
    private final CommitteeEvents committeeEvents;
    private final ActivityEvents activityEvents;

    MovesOn(
            Relocation relocation,
            PlacementRepository placements,
            TeamEvents teamEvents,
            CommitteeEvents committeeEvents,
            ActivityEvents activityEvents) {
        this.relocation = relocation;
        this.placements = placements;
        this.teamEvents = teamEvents;
        this.committeeEvents = committeeEvents;
        this.activityEvents = activityEvents;
    }

    /** Returns how many teams are elsewhere now, or no more. The plan must be written. */
    int apply(ChangePlan plan, LocalDate day, Instant moment) {
        Set<String> codes = plan.touched();
        List<UUID> teams = relocation.follow(Placed.TEAM, codes, day);
        List<UUID> committees = relocation.follow(Placed.COMMITTEE, codes, day);
        List<UUID> activities = relocation.resettleActivities(codes);
        if (!teams.isEmpty()) {
            teamEvents.append(teams, moment);
        }
        if (!committees.isEmpty()) {
            committeeEvents.append(committees, moment);
        }
        if (!activities.isEmpty()) {
            activityEvents.append(activities, moment);
        }
        return teams.size();
    }

    /** Names the units that a change leaves without what was placed there from its day on. */
    void requirePlaces(ChangePlan plan) {
        for (Placed what : Placed.values()) {
            Map<String, Integer> stranded = placements.stranded(what, plan.touched());
            if (!stranded.isEmpty()) {
                throw new ProblemException(
                        KitProblem.CONFLICT,
                        Text.of(
                                "Có %s bắt đầu từ ngày đó hoặc sau đó tại đơn vị sẽ không còn: %s; không có gì được ghi.",
                                "There are %s that began on that day or later at units that would be no more: %s; nothing was recorded.",
                                what.name().toLowerCase(Locale.ROOT) + "s",
                                stranded));
            }
        }
    }
}
