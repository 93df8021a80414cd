package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Ids;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Enters, reads and ends activities of all three kinds. */
@ApplicationScoped
class ActivityService {

    private static final String FIND = Sql.of(ActivityService.class, "find-activities.sql");
    private static final int MOST = 1_000_000;

    private final ActivityRepository activities;
    private final UnitOfEntry unitOfEntry;
    private final UnitRepository units;
    private final Territory territory;
    private final HierarchyLock hierarchy;
    private final Database database;
    private final Ids ids;
    private final Sequence sequence;
    private final Clock clock;

    ActivityService(
            ActivityRepository activities,
            UnitOfEntry unitOfEntry,
            UnitRepository units,
            Territory territory,
            HierarchyLock hierarchy,
            Database database,
            Ids ids,
            Sequence sequence,
            Clock clock) {
        this.activities = activities;
        this.unitOfEntry = unitOfEntry;
        this.units = units;
        this.territory = territory;
        this.hierarchy = hierarchy;
        this.database = database;
        this.ids = ids;
        this.sequence = sequence;
        this.clock = clock;
    }

    /** What narrows a list; null narrows nothing. */
    record Question(
            ActivityKind kind,
            @Nullable String unit,
            @Nullable String within,
            @Nullable String appliedBy,
            @Nullable LocalDate day) {}

    @Transactional
    Recorded register(RegisterActivity sent, Caller caller) {
        Refusals refusals = new Refusals();
        Activity activity = read(sent, refusals);
        hierarchy.holdFor(activity.unitCode);
        Optional<UnitOfEntry.Entry> entry = unitOfEntry.find(sent.unit(), sent.from(), "/unit", refusals);
        activity.appliedBy = appliedBy(sent, refusals);
        refusals.throwIfAny(DirectoryProblem.REQUEST_REFUSED);
        UnitOfEntry.Entry at = entry.orElseThrow();
        territory.require(caller, at.unit().code(), at.day());
        requireNew(activity);
        activity.id = ids.next();
        activity.unitId = at.unit().unitId();
        activity.recordedBy = caller.name();
        activities.persistAndFlush(activity);
        return new Recorded(activity.id, sequence.token());
    }

    @Transactional
    Recorded end(ActivityKind kind, UUID id, LocalDate on, Caller caller) {
        Activity activity = activities.lock(kind, id).orElseThrow(() -> notFound(kind, id));
        UnitVersion last = units.versionsOf(activity.unitId).getLast();
        territory.require(caller, last.code(), last.valid().from());
        Spans.requireCanEnd(activity.validFrom, activity.validTo, on);
        activity.validTo = on;
        activity.revision++;
        activity.recordedAt = clock.instant();
        activity.recordedBy = caller.name();
        return new Recorded(id, sequence.token());
    }

    @Transactional
    ActivityView get(ActivityKind kind, UUID id) {
        return activities.find(kind, id).map(ActivityView::of).orElseThrow(() -> notFound(kind, id));
    }

    @Transactional
    List<ActivityView> list(Question question, @Nullable UUID after, int limit) {
        List<UUID> found = database.list(
                FIND,
                row -> row.getObject("id", UUID.class),
                question.kind(),
                question.unit(),
                question.within(),
                question.appliedBy(),
                question.day(),
                after,
                limit);
        return found.isEmpty()
                ? List.of()
                : activities.list("id in ?1", found).stream()
                        .sorted(Comparator.comparing(activity -> found.indexOf(activity.id)))
                        .map(ActivityView::of)
                        .toList();
    }

    private static ProblemException notFound(ActivityKind kind, UUID id) {
        return new ProblemException(kind.notFound(), Text.of("Không có %s.", "There is no %s.", id));
    }

    private Activity read(RegisterActivity sent, Refusals refusals) {
        Activity activity = new Activity();
        activity.kind = sent.kind();
        activity.unitCode = sent.unit() == null ? "" : sent.unit();
        activity.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
        activity.note = CleanText.note(sent.note(), "/note", refusals);
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        activity.validFrom = sent.from();
        activity.validTo = sent.to();
        activity.classes = between(sent.classes(), 1, "/classes", refusals);
        activity.participants = between(sent.participants(), 0, "/participants", refusals);
        activity.revision = 1;
        activity.recordedAt = clock.instant();
        return activity;
    }

    private static @Nullable Integer between(@Nullable Integer number, int least, String pointer, Refusals refusals) {
        if (number != null && (number < least || number > MOST)) {
            refusals.add(
                    pointer,
                    DirectoryProblem.NUMBER_OUT_OF_RANGE,
                    Text.of("Phải từ %d đến %d.", "It must be between %d and %d.", least, MOST));
        }
        return number;
    }

    private String[] appliedBy(RegisterActivity sent, Refusals refusals) {
        List<@Nullable String> codes = sent.appliedBy() == null ? List.of() : sent.appliedBy();
        int row = 0;
        for (String code : codes) {
            unitOfEntry.find(code, sent.from(), "/appliedBy/" + row++, refusals);
        }
        return codes.stream().map(String::valueOf).distinct().toArray(String[]::new);
    }

    private void requireNew(Activity activity) {
        activities
                .find(
                        "kind = ?1 and unitCode = ?2 and lower(name) = lower(?3) and validFrom is not distinct from ?4",
                        activity.kind,
                        activity.unitCode,
                        activity.name,
                        activity.validFrom)
                .firstResultOptional()
                .ifPresent(known -> {
                    throw new ProblemException(
                                    DirectoryProblem.ALREADY_RECORDED,
                                    Text.of("Đã có với id %s.", "It is recorded as %s.", known.id))
                            .with("id", known.id.toString());
                });
    }
}
