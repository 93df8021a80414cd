package vn.nhipso.directory.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a unit as the API shows it. */
@Schema(name = "Unit", description = "A unit during a span in which nothing about it altered.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitView(
        @Schema(description = "Means something only with a date: codes are used again", examples = "31420")
        String code,

        @Schema(examples = "Hòa Mỹ") String name,
        @Schema(examples = "Xã Hòa Mỹ") String fullName,

        @Schema(description = "The word in the name", examples = "xã")
        String type,

        Level level,

        @Schema(description = "Absent only for the root", examples = "934") @Nullable String parentCode,

        @Schema(description = "First day; absent only for the root", examples = "2021-01-01") @Nullable LocalDate validFrom,

        @Schema(description = "The day after the last; absent while open", examples = "2025-07-01") @Nullable LocalDate validTo,

        @Schema(description = "The unit itself, the same over new names, types, parents and codes")
        UUID unitId,

        @Schema(
                description =
                        "In a search: the name that was found, where the unit bears another one; mostly a former one",
                examples = "Phú Hiệp")
        @Nullable String formerName,

        @Schema(description = "The other code by which it was asked for or found", examples = "23737") @Nullable String alias) {

    public static UnitView of(UnitVersion unit) {
        LocalDate from = unit.valid().from();
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.type(),
                unit.level(),
                unit.parentCode(),
                from.equals(Validity.ALWAYS) ? null : from,
                unit.valid().to(),
                unit.unitId(),
                null,
                null);
    }

    UnitView foundBy(@Nullable String former, @Nullable String otherCode) {
        return new UnitView(
                code, name, fullName, type, level, parentCode, validFrom, validTo, unitId, former, otherCode);
    }
}
