package vn.nhipso.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vn.nhipso.unit.changed.v1} as this service reads it: all versions a code ever had. */
record UnitChanged(String code, long revision, String changeId, List<Version> versions) {

    record Version(
            String name,
            Level level,
            @Nullable String parentCode,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
