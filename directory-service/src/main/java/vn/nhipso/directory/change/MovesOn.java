package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.Relocation;
import vn.nhipso.directory.team.TeamEvents;

/** What follows a change for teams and committees. */
@ApplicationScoped
class MovesOn {

    private final Relocation relocation;
    private final TeamEvents teamEvents;

    MovesOn(Relocation relocation, TeamEvents teamEvents) {
        this.relocation = relocation;
        this.teamEvents = teamEvents;
    }

    /** Returns how many teams are elsewhere now, or no more. The plan must be written. */
    int apply(ChangePlan plan, LocalDate day, Instant moment) {
        Set<String> codes = plan.touched();
        List<UUID> teams = relocation.follow(Placed.TEAM, codes, day);
        relocation.follow(Placed.COMMITTEE, codes, day);
        if (!teams.isEmpty()) {
            teamEvents.append(teams, moment);
        }
        return teams.size();
    }
}
