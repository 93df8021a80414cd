package vn.nhipso.indicator.measurement.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.check.Checks;
import vn.nhipso.indicator.check.Oddities;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.check.Rejection;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.Text;

/** What a batch does to what stands: each row judged over it, and the revisions that come of that. */
final class Plan {

    private final Map<Key, Standing> standing;
    private final Supplier<UUID> ids;
    private final boolean publishing;
    private final List<Change> changes = new ArrayList<>();
    private final List<Recorded> oddAlone = new ArrayList<>();

    private Plan(Map<Key, Standing> standing, Supplier<UUID> ids, boolean publishing) {
        this.standing = standing;
        this.ids = ids;
        this.publishing = publishing;
    }

    static Plan of(List<Row> rows, Map<Key, Standing> standing, Supplier<UUID> ids, boolean publishing) {
        Plan plan = new Plan(standing, ids, publishing);
        rows.stream().filter(row -> row.isResolved() && row.first() == null).forEach(plan::judge);
        rows.stream().filter(row -> row.isResolved() && row.first() != null).forEach(plan::judgeRepetition);
        plan.changes.sort((one, other) -> one.key().compareTo(other.key()));
        return plan;
    }

    /** In the order of their keys. */
    List<Change> changes() {
        return changes;
    }

    Collection<Recorded> oddAlone() {
        return oddAlone;
    }

    /** Where figures must be held against their neighbours. */
    Set<Place> suspicious() {
        Set<Place> places = new HashSet<>();
        for (Change change : changes) {
            if (Oddities.needsNeighbours(change.candidate())) {
                places.add(place(change.key()));
            }
        }
        return places;
    }

    /** Where something other than nothing stood before. */
    Set<Place> corrected() {
        Set<Place> places = new HashSet<>();
        for (Change change : changes) {
            if (change.before() != null) {
                places.add(place(change.key()));
            }
        }
        return places;
    }

    private void judge(Row row) {
        Key key = Objects.requireNonNull(row.key());
        Standing before = standing.get(key);
        Content base = before == null ? null : before.base(publishing);
        Candidate candidate = Objects.requireNonNull(row.candidate());
        Candidate over =
                base == null ? candidate : candidate.saying(row.item().content().over(base));
        boolean unchanged =
                before != null && base != null && over.content().sameAs(base) && (before.published() || !publishing);
        List<Rejection> rejections = rejections(over, before, row.item().reason(), unchanged);
        row.judge(rejections, unchanged ? Outcome.UNCHANGED : Outcome.ACCEPTED);
        if (row.outcome() == Outcome.ACCEPTED) {
            changes.add(change(key, over, row.item().reason(), before));
            record(key, Oddities.alone(over));
        }
    }

    private List<Rejection> rejections(
            Candidate over, @Nullable Standing before, @Nullable Reason reason, boolean unchanged) {
        List<Rejection> rejections = Checks.rejections(over);
        boolean correction = before != null && before.published() && !publishing && !unchanged;
        if (!correction || reason != null) {
            return rejections;
        }
        List<Rejection> all = new ArrayList<>(rejections);
        all.add(new Rejection(
                IndicatorProblem.REASON_MISSING,
                "reason",
                new Text(
                        "Đính chính số đã công bố thì phải nêu lý do.",
                        "Correcting a published value needs a reason.")));
        return all;
    }

    private Change change(Key key, Candidate over, @Nullable Reason reason, @Nullable Standing before) {
        return new Change(
                key,
                before == null ? ids.get() : before.id(),
                before == null ? 1 : before.lastRevision() + 1,
                over,
                Objects.requireNonNullElse(reason, Reason.NOT_GIVEN),
                before);
    }

    private void judgeRepetition(Row row) {
        Row first = Objects.requireNonNull(row.first());
        row.judge(rejectionsLike(first), Outcome.UNCHANGED);
        if (first.outcome() == Outcome.ACCEPTED) {
            record(Objects.requireNonNull(row.key()), Oddities.saidTwice());
        }
    }

    private static List<Rejection> rejectionsLike(Row first) {
        return first.errors().stream()
                .map(error -> new Rejection(
                        IndicatorProblem.valueOf(error.code()),
                        Objects.requireNonNull(error.pointer()).replaceFirst(".*/", ""),
                        error.detail()))
                .toList();
    }

    private void record(Key key, @Nullable Oddity oddity) {
        if (oddity != null) {
            Recorded recorded = new Recorded(key.unit(), key.period(), key.indicator(), key.scope(), oddity);
            if (!oddAlone.contains(recorded)) {
                oddAlone.add(recorded);
            }
        }
    }

    private static Place place(Key key) {
        return new Place(key.unit(), key.period());
    }
}
