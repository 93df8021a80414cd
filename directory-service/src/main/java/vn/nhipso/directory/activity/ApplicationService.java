package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.When;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Enters and ends that units apply initiatives. It is for whoever has rights over the initiative's unit, or over the one that applies it. */
@ApplicationScoped
class ApplicationService {

    private static final ActivityKind KIND = ActivityKind.INITIATIVE;

    private final ActivityService service;
    private final ActivityRepository activities;
    private final ApplicationRepository applications;
    private final UnitOfEntry unitOfEntry;
    private final UnitRepository units;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final Clock clock;

    ApplicationService(
            ActivityService service,
            ActivityRepository activities,
            ApplicationRepository applications,
            UnitOfEntry unitOfEntry,
            UnitRepository units,
            Territory territory,
            HierarchyLock hierarchy,
            Clock clock) {
        this.service = service;
        this.activities = activities;
        this.applications = applications;
        this.unitOfEntry = unitOfEntry;
        this.units = units;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    @Transactional
    Recorded add(UUID id, Application sent, Caller caller) {
        hierarchy.hold();
        Activity initiative = lock(id);
        Refusals refusals = new Refusals();
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.from(), "/unit", refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        requireRights(initiative, at.unit().code(), at.day(), caller);
        if (applications.overlaps(id, at.unit().unitId(), sent.from(), sent.to())) {
            throw new ProblemException(
                    DirectoryProblem.ALREADY_RECORDED,
                    Text.of(
                            "%s đã áp dụng mô hình này.",
                            "%s applies this initiative already.", at.unit().code()));
        }
        applications.add(
                id,
                List.of(new ApplicationRepository.Applier(
                        at.unit().code(), at.unit().unitId())),
                sent.from(),
                sent.to());
        return service.touched(initiative, caller);
    }

    @Transactional
    Recorded end(UUID id, String unit, LocalDate on, Caller caller) {
        hierarchy.hold();
        Activity initiative = lock(id);
        Application last = applications.last(id, unit).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        DirectoryProblem.APPLICATION_NOT_FOUND,
                        Text.of("%s không áp dụng mô hình này.", "%s does not apply this initiative.", unit)));
        requireRights(initiative, unit, on.minusDays(1), caller);
        Spans.requireCanEnd(last.from(), last.to(), on);
        applications.end(id, unit, on);
        return service.touched(initiative, caller);
    }

    private Activity lock(UUID id) {
        return activities.lock(KIND, id).orElseThrow(() -> ActivityReader.notFound(KIND, id));
    }

    private void requireRights(Activity initiative, String unit, LocalDate day, Caller caller) {
        Stay own = service.lastOf(initiative);
        LocalDate now = own.nearest(VietnamTime.today(clock));
        boolean ofTheInitiative = territory.covers(caller.unit(), own.unit(), now);
        if (!ofTheInitiative && units.find(unit, new When(day, null)).isEmpty()) {
            territory.require(caller, own.unit(), now);
        }
        if (!ofTheInitiative) {
            territory.require(caller, unit, day);
        }
    }
}
