package vn.nhipso.reporting.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.team.changed.v1}: where a team stood when, and how many members it had. */
public record TeamChanged(
        String id,
        int revision,
        String unit,
        String kind,
        String level,
        String name,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable List<MemberCount> memberCounts,
        @Nullable List<Placement> placements,
        Instant recordedAt) {

    public static final String TYPE = "vn.nhipso.team.changed.v1";

    /** From a day on, or from the team's begin. */
    public record MemberCount(@Nullable LocalDate from, int count) {}

    /** Where the team was from a day (inclusive) to a day (exclusive). */
    public record Placement(
            String unit, @Nullable LocalDate from, @Nullable LocalDate to) {}
}
