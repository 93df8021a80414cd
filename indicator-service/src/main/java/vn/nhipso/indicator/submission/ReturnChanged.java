package vn.nhipso.indicator.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.unit.Level;

/** {@code vn.nhipso.return.changed.v1} as this service writes it: no names of persons, no remarks. */
record ReturnChanged(
        UUID id,
        int revision,
        String unit,
        String period,
        ReturnStatus status,
        @Nullable Level stage,
        @Nullable LocalDate dueOn,
        @Nullable Instant submittedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant approvedAt,
        Instant recordedAt) {

    static ReturnChanged of(ReturnRow row, @Nullable LocalDate dueOn, Instant now) {
        return new ReturnChanged(
                row.id(),
                row.revision(),
                row.unit(),
                row.period().toString(),
                row.status(),
                row.awaited(),
                dueOn,
                row.submittedAt(),
                row.firstSubmittedAt(),
                row.approvedAt(),
                now);
    }
}
