package vn.nhipso.indicator.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.time.VietnamTime;

/**
 * A return as it is kept.
 *
 * @param level the unit's on the closing day
 * @param stages the levels whose approval this submission asks for, in turn; empty: one approval
 * @param approvers who has approved this submission so far
 * @param firstSubmittedAt what counts for being in time
 * @param extendedTo a later day than the calendar's, where one was granted
 */
record ReturnRow(
        UUID id,
        String unit,
        Period period,
        Level level,
        LocalDate closingDay,
        ReturnStatus status,
        List<Level> stages,
        List<String> approvers,
        int revision,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant approvedAt,
        @Nullable LocalDate extendedTo) {

    Place place() {
        return new Place(unit, period.toString());
    }

    /** The level whose approval is awaited; null where any will do. */
    @Nullable Level awaited() {
        return status == ReturnStatus.SUBMITTED && approvers.size() < stages.size()
                ? stages.get(approvers.size())
                : null;
    }

    @Nullable LocalDate dueOn(Duties duties) {
        return extendedTo == null ? duties.dueOn(period, level) : extendedTo;
    }

    /** Whether it was handed in after its day for the first time, or that day is past without it. */
    static boolean isLate(@Nullable LocalDate dueOn, @Nullable Instant firstSubmittedAt, Clock clock) {
        LocalDate day = firstSubmittedAt == null
                ? VietnamTime.today(clock)
                : LocalDate.ofInstant(firstSubmittedAt, VietnamTime.ZONE);
        return dueOn != null && day.isAfter(dueOn);
    }

    ReturnRow submitted(String by, Instant at, List<Level> asked) {
        return new ReturnRow(
                id,
                unit,
                period,
                level,
                closingDay,
                ReturnStatus.SUBMITTED,
                asked,
                List.of(),
                revision + 1,
                by,
                at,
                Objects.requireNonNullElse(firstSubmittedAt, at),
                null,
                extendedTo);
    }

    /** With one approval more: APPROVED when that was the last one. */
    ReturnRow approvedBy(String by, Instant at) {
        List<String> all = new ArrayList<>(approvers);
        all.add(by);
        boolean last = all.size() >= stages.size();
        return with(last ? ReturnStatus.APPROVED : ReturnStatus.SUBMITTED, all, last ? at : null, extendedTo);
    }

    ReturnRow returned() {
        return with(ReturnStatus.RETURNED, approvers, null, extendedTo);
    }

    ReturnRow draft() {
        return with(ReturnStatus.DRAFT, List.of(), null, extendedTo);
    }

    ReturnRow dueOn(LocalDate day) {
        return with(status, approvers, approvedAt, day);
    }

    private ReturnRow with(
            ReturnStatus next, List<String> approved, @Nullable Instant at, @Nullable LocalDate extension) {
        return new ReturnRow(
                id,
                unit,
                period,
                level,
                closingDay,
                next,
                stages,
                approved,
                revision + 1,
                submittedBy,
                submittedAt,
                firstSubmittedAt,
                at,
                extension);
    }
}
