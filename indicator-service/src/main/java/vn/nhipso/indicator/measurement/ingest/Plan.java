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
import java.util.stream.Collectors;
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

    private static final Rejection REASON_MISSING = new Rejection(
            IndicatorProblem.REASON_MISSING,
            "reason",
            new Text("Đính chính số đã công bố thì phải nêu lý do.", "Correcting a published value needs a reason."));

    private static final Rejection NOTHING_TO_WITHDRAW = new Rejection(
            IndicatorProblem.NOTHING_TO_WITHDRAW,
            "withdrawn",
            new Text("Chưa có số liệu nào để rút lại.", "There is no value to withdraw."));

    private final Map<Key, Standing> standing;
    private final Supplier<UUID> ids;
    private final boolean publishing;
    private final Set<Place> closed;
    private final List<Change> changes = new ArrayList<>();
    private final List<Recorded> oddAlone = new ArrayList<>();
    private final Set<Place> suspicious = new HashSet<>();

    private Plan(Map<Key, Standing> standing, Supplier<UUID> ids, boolean publishing, Set<Place> closed) {
        this.standing = standing;
        this.ids = ids;
        this.publishing = publishing;
        this.closed = closed;
    }

    /** @param closed where a return waits for approval, so that nothing may be added */
    static Plan of(
            List<Row> rows, Map<Key, Standing> standing, Supplier<UUID> ids, boolean publishing, Set<Place> closed) {
        Plan plan = new Plan(standing, ids, publishing, closed);
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

    /** The units and periods that something is written of. */
    Set<Place> places() {
        return places(changes.stream().map(Change::key).toList());
    }

    static Set<Place> places(Collection<Key> keys) {
        return keys.stream().map(Plan::place).collect(Collectors.toSet());
    }

    /** Where figures must be held against their neighbours. */
    Set<Place> suspicious() {
        return suspicious;
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
        row.isRevision(before == null ? 0 : before.lastRevision());
        if (row.item().withdrawn()) {
            judgeWithdrawal(row, key, before);
        } else {
            judgeValue(row, key, before);
        }
    }

    private void judgeValue(Row row, Key key, @Nullable Standing before) {
        Content base = before == null ? null : before.base(publishing);
        Candidate candidate = Objects.requireNonNull(row.candidate());
        Candidate over =
                base == null ? candidate : candidate.saying(row.item().content().over(base));
        boolean unchanged = before != null
                && base != null
                && over.content().sameAs(base)
                && !before.isWithdrawn(publishing)
                && !row.bringsEvidence();
        row.judge(
                withOthers(key, Checks.rejections(over), before, row.item().reason(), unchanged),
                unchanged ? Outcome.UNCHANGED : Outcome.ACCEPTED);
        if (row.outcome() == Outcome.ACCEPTED) {
            add(row, change(key, over, false, row.item().reason(), before));
            record(key, Oddities.alone(over));
            if (Oddities.needsNeighbours(over)) {
                suspicious.add(place(key));
            }
        }
    }

    /**
     * A withdrawal needs something to take back and no more: also of what could not be reported any more. Whoever takes back what nobody was told of,
     * nobody is told of that either.
     */
    private void judgeWithdrawal(Row row, Key key, @Nullable Standing before) {
        if (before == null) {
            row.judge(List.of(NOTHING_TO_WITHDRAW), Outcome.REJECTED);
            return;
        }
        row.isSilent(!before.published());
        boolean unchanged = before.isWithdrawn(publishing);
        row.judge(
                withOthers(key, List.of(), before, row.item().reason(), unchanged),
                unchanged ? Outcome.UNCHANGED : Outcome.ACCEPTED);
        if (row.outcome() == Outcome.ACCEPTED) {
            Candidate nothing = Objects.requireNonNull(row.candidate()).saying(Content.NOTHING);
            add(row, change(key, nothing, true, row.item().reason(), before));
        }
    }

    private void add(Row row, Change change) {
        changes.add(change);
        row.isRevision(change.revision());
    }

    private List<Rejection> withOthers(
            Key key,
            List<Rejection> rejections,
            @Nullable Standing before,
            @Nullable Reason reason,
            boolean unchanged) {
        boolean correction = before != null && before.published() && !before.withdrawn() && !publishing && !unchanged;
        boolean locked = !unchanged && !closed.isEmpty() && closed.contains(place(key));
        if (!locked && (!correction || reason != null)) {
            return rejections;
        }
        List<Rejection> all = new ArrayList<>(rejections);
        if (correction && reason == null) {
            all.add(REASON_MISSING);
        }
        if (locked) {
            all.add(locked(key));
        }
        return all;
    }

    private static Rejection locked(Key key) {
        return new Rejection(
                IndicatorProblem.RETURN_LOCKED,
                "unit",
                Text.of(
                        "Báo cáo của %s kỳ %s đang chờ duyệt; hãy mở lại rồi sửa.",
                        "The return of %s for %s waits for approval; reopen it to edit.", key.unit(), key.period()));
    }

    private Change change(
            Key key, Candidate over, boolean withdrawn, @Nullable Reason reason, @Nullable Standing before) {
        return new Change(
                key,
                before == null ? ids.get() : before.id(),
                before == null ? 1 : before.lastRevision() + 1,
                new Change.Said(over.content(), withdrawn, over.definition().version(), over.isAtLowestLevel()),
                Objects.requireNonNullElse(reason, Reason.NOT_GIVEN),
                MeasurementPublished.family(key.indicator(), over.period()),
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
