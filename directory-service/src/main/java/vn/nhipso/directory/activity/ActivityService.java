package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Precondition;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Enters, alters and ends activities of all three kinds. */
@ApplicationScoped
class ActivityService {

    private final ActivityRepository activities;
    private final ApplicationRepository applications;
    private final ActivityReader reader;
    private final ActivityEvents events;
    private final UnitOfEntry unitOfEntry;
    private final UnitRepository units;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final Ids ids;
    private final Sequence sequence;
    private final Clock clock;

    ActivityService(
            ActivityRepository activities,
            ApplicationRepository applications,
            ActivityReader reader,
            ActivityEvents events,
            UnitOfEntry unitOfEntry,
            UnitRepository units,
            Territory territory,
            HierarchyLock hierarchy,
            Ids ids,
            Sequence sequence,
            Clock clock) {
        this.activities = activities;
        this.applications = applications;
        this.reader = reader;
        this.events = events;
        this.unitOfEntry = unitOfEntry;
        this.units = units;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.ids = ids;
        this.sequence = sequence;
        this.clock = clock;
    }

    @Transactional
    Recorded register(RegisterActivity sent, Caller caller) {
        Refusals refusals = new Refusals();
        Activity activity = ActivityForm.read(sent, refusals);
        hierarchy.holdFor(activity.unitCode);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.from(), "/unit", refusals);
        List<ApplicationRepository.Applier> appliers = appliers(sent, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        activity.unitId = at.unit().unitId();
        requireNew(activity);
        activity.id = ids.next();
        activity.revision = 1;
        activity.recordedAt = clock.instant();
        activity.recordedBy = caller.name();
        activities.persistAndFlush(activity);
        applications.add(activity.id, appliers, null, null);
        return published(activity);
    }

    @Transactional
    Recorded amend(ActivityKind kind, UUID id, TrainingPatch patch, Precondition precondition, Caller caller) {
        hierarchy.holdFor(activities.unitCode(id).orElseThrow(() -> ActivityReader.notFound(kind, id)));
        Activity activity = edit(kind, id, caller);
        precondition.require(reader.view(activity));
        Refusals refusals = new Refusals();
        Activity next = ActivityForm.read(patch.over(activity), refusals);
        checkUnitLives(activity, next.validFrom, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        if (!activity.describeAs(next)) {
            return new Recorded(id, sequence.token());
        }
        requireNew(activity);
        return touched(activity, caller);
    }

    @Transactional
    Recorded end(ActivityKind kind, UUID id, LocalDate on, Caller caller) {
        Activity activity = edit(kind, id, caller);
        Spans.requireCanEnd(activity.validFrom, activity.validTo, on);
        activity.validTo = on;
        return touched(activity, caller);
    }

    /** The activity, locked, for a caller with rights over its unit. */
    private Activity edit(ActivityKind kind, UUID id, Caller caller) {
        Activity activity = activities.lock(kind, id).orElseThrow(() -> ActivityReader.notFound(kind, id));
        Stay last = lastOf(activity);
        territory.require(caller, last.unit(), last.nearest(VietnamTime.today(clock)));
        return activity;
    }

    /** Its unit as it is, or was last. */
    Stay lastOf(Activity activity) {
        UnitVersion last = units.versionsOf(activity.unitId).getLast();
        return new Stay(last.code(), last.valid().from(), last.valid().to());
    }

    /** Counts an edit as a revision and publishes the state after it. */
    Recorded touched(Activity activity, Caller caller) {
        activity.revision++;
        activity.recordedAt = clock.instant();
        activity.recordedBy = caller.name();
        activities.flush();
        return published(activity);
    }

    private Recorded published(Activity activity) {
        return new Recorded(activity.id, events.append(List.of(activity.id), activity.recordedAt));
    }

    private void checkUnitLives(Activity activity, @Nullable LocalDate from, Refusals refusals) {
        if (from == null || from.equals(activity.validFrom)) {
            return;
        }
        if (units.versionsOf(activity.unitId).stream()
                .noneMatch(unit -> unit.valid().contains(from))) {
            refusals.add(
                    "/from",
                    DirectoryProblem.OUTSIDE_LIFE,
                    new Text("Đơn vị không tồn tại vào ngày đó.", "The unit does not live on that day."));
        }
    }

    private List<ApplicationRepository.Applier> appliers(RegisterActivity sent, Refusals refusals) {
        List<ApplicationRepository.Applier> appliers = new ArrayList<>();
        List<@Nullable String> codes = sent.appliedBy() == null ? List.of() : sent.appliedBy();
        int row = 0;
        for (String code : codes) {
            unitOfEntry
                    .find(code, sent.from(), "/appliedBy/" + row++, refusals)
                    .map(entry -> new ApplicationRepository.Applier(
                            entry.unit().code(), entry.unit().unitId()))
                    .filter(applier -> !appliers.contains(applier))
                    .ifPresent(appliers::add);
        }
        return appliers;
    }

    private void requireNew(Activity activity) {
        activities.likeness(activity).ifPresent(known -> {
            throw new ProblemException(
                            DirectoryProblem.ALREADY_RECORDED,
                            Text.of("Đã có với id %s.", "It is recorded as %s.", known))
                    .with("id", known.toString());
        });
    }
}
