package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.team.TeamEvents;

/** What follows a change for teams and committees. */
@ApplicationScoped
class MovesOn {

    private final PlacementRepository placements;
    private final TeamEvents teamEvents;

    MovesOn(PlacementRepository placements, TeamEvents teamEvents) {
        this.placements = placements;
        this.teamEvents = teamEvents;
    }

    void apply(ChangePlan plan, LocalDate day, Instant moment) {
        if (plan.movesOn().isEmpty()) {
            return;
        }
        List<UUID> teams = placements.move(Placed.TEAM, plan.movesOn(), day);
        placements.move(Placed.COMMITTEE, plan.movesOn(), day);
        if (!teams.isEmpty()) {
            teamEvents.append(teams, moment);
        }
    }
}
