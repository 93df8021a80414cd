package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.Relocation;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Moves a team to another unit by hand: where its unit was divided, or where it was entered at the wrong one. */
@ApplicationScoped
class TeamMoveService {

    private final TeamService teams;
    private final PersonRights rights;
    private final TeamRepository repository;
    private final Relocation relocation;
    private final UnitOfEntry unitOfEntry;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final TeamEvents events;
    private final Clock clock;

    TeamMoveService(
            TeamService teams,
            PersonRights rights,
            TeamRepository repository,
            Relocation relocation,
            UnitOfEntry unitOfEntry,
            Territory territory,
            HierarchyLock hierarchy,
            TeamEvents events,
            Clock clock) {
        this.teams = teams;
        this.rights = rights;
        this.repository = repository;
        this.relocation = relocation;
        this.unitOfEntry = unitOfEntry;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Recorded move(UUID id, TeamMove sent, Caller caller) {
        hierarchy.hold();
        Team team = teams.edit(id, caller);
        List<Stay> stays = rights.stays(id);
        Refusals refusals = new Refusals();
        Days.check(sent.on(), "/on", refusals);
        LocalDate on = sent.on();
        if (on == null) {
            refusals.add("/on", DirectoryProblem.FIELD_MISSING);
        }
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        LocalDate day = on == null ? Days.LAST : on;
        UnitOfEntry.Entry target = target(team, sent.to(), day, stays, refusals);
        territory.require(caller, target.unit().code(), day);
        if (relocation
                .assign(Placed.TEAM, Map.of(id, target.unit().code()), day)
                .isEmpty()) {
            throw new ProblemException(
                    DirectoryProblem.ALREADY_ENDED,
                    new Text("Tổ đã được cho kết thúc trước đó.", "Somebody has ended the team by then."));
        }
        Instant moment = clock.instant();
        repository.stamp(id, moment, caller.name());
        return new Recorded(id, events.append(List.of(id), moment));
    }

    private UnitOfEntry.Entry target(
            Team team, @Nullable String to, LocalDate on, List<Stay> stays, Refusals refusals) {
        Optional<UnitOfEntry.Entry> found = unitOfEntry.find(to, on, "/to", refusals);
        found.ifPresent(target -> TeamForm.checkLevel(
                team.level, target.unit().code(), target.unit().level(), refusals));
        LocalDate end = team.validTo;
        if (!stays.getFirst().from().isBefore(on) || (end != null && on.isAfter(end))) {
            refusals.add(
                    "/on",
                    DirectoryProblem.OUTSIDE_LIFE,
                    new Text("Tổ không hoạt động vào ngày đó.", "The team did not exist on that day."));
        }
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry target = found.orElseThrow();
        requireElsewhere(target.unit().code(), on, stays);
        return target;
    }

    private static void requireElsewhere(String to, LocalDate on, List<Stay> stays) {
        boolean there = stays.stream().anyMatch(stay -> {
            LocalDate end = stay.to();
            return stay.unit().equals(to) && !on.isBefore(stay.from()) && (end == null || on.isBefore(end));
        });
        if (there) {
            throw new ProblemException(
                    DirectoryProblem.ALREADY_RECORDED,
                    Text.of("Tổ đã ở %s vào ngày đó.", "The team is at %s on that day already.", to));
        }
    }
}
