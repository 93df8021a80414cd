package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Reads activities of all three kinds. */
@ApplicationScoped
class ActivityReader {

    private static final String FIND = Sql.of(ActivityReader.class, "find-activities.sql");

    private final ActivityRepository activities;
    private final ApplicationRepository applications;
    private final Database database;
    private final Clock clock;

    ActivityReader(ActivityRepository activities, ApplicationRepository applications, Database database, Clock clock) {
        this.activities = activities;
        this.applications = applications;
        this.database = database;
        this.clock = clock;
    }

    /** What narrows a list; null narrows nothing. */
    record Question(
            ActivityKind kind,
            @Nullable String unit,
            @Nullable String within,
            @Nullable String appliedBy,
            @Nullable LocalDate day,
            @Nullable String words) {}

    @Transactional
    ActivityView get(ActivityKind kind, UUID id) {
        return view(activities.find(kind, id).orElseThrow(() -> notFound(kind, id)));
    }

    /** For those who have it in hand already. */
    ActivityView view(Activity activity) {
        return views(List.of(activity), null).getFirst();
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
                question.words(),
                VietnamTime.today(clock),
                after,
                limit);
        return found.isEmpty() ? List.of() : views(activities.list("id in ?1", found), question.day());
    }

    static ProblemException notFound(ActivityKind kind, UUID id) {
        return new ProblemException(kind.notFound(), Text.of("Không có %s.", "There is no %s.", id));
    }

    private List<ActivityView> views(List<Activity> found, @Nullable LocalDate day) {
        Map<UUID, List<Application>> applied =
                applications.of(found.stream().map(activity -> activity.id).toList());
        return found.stream()
                .sorted(Comparator.comparing(activity -> activity.id.toString()))
                .map(activity ->
                        ActivityView.of(activity, applied.getOrDefault(activity.id, List.of()), shown(activity, day)))
                .toList();
    }

    private LocalDate shown(Activity activity, @Nullable LocalDate day) {
        LocalDate today = VietnamTime.today(clock);
        LocalDate end = activity.validTo;
        if (day != null) {
            return day;
        }
        return end != null && !today.isBefore(end) ? end.minusDays(1) : today;
    }
}
