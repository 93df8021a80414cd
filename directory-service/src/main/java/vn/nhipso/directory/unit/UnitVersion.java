package vn.nhipso.directory.unit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit during a span in which nothing about it altered.
 *
 * @param unitId the unit itself, the same over new names, types, parents and codes
 * @param begunBy the change on its first day
 * @param endedBy the change on the day after its last
 */
public record UnitVersion(
        UUID unitId,
        String code,
        String name,
        String fullName,
        String type,
        Level level,
        @Nullable String parentCode,
        Validity valid,
        @Nullable UUID begunBy,
        @Nullable UUID endedBy) {

    public boolean isSameUnit(UnitVersion other) {
        return unitId.equals(other.unitId);
    }

    /** Whether the two say the same about the unit, whenever. */
    public boolean saysTheSame(UnitVersion other) {
        return name.equals(other.name)
                && fullName.equals(other.fullName)
                && type.equals(other.type)
                && Objects.equals(parentCode, other.parentCode);
    }

    public UnitVersion endingOn(LocalDate day, UUID change) {
        return new UnitVersion(
                unitId, code, name, fullName, type, level, parentCode, valid.endingOn(day), begunBy, change);
    }

    public UnitVersion endedBy(UUID change) {
        return new UnitVersion(unitId, code, name, fullName, type, level, parentCode, valid, begunBy, change);
    }

    /** The same span, taken for another unit's. */
    public UnitVersion ofUnit(UUID other) {
        return new UnitVersion(other, code, name, fullName, type, level, parentCode, valid, begunBy, endedBy);
    }

    /** The same with another span, and what ended it. */
    public UnitVersion lasting(Validity span, @Nullable UUID change) {
        return new UnitVersion(unitId, code, name, fullName, type, level, parentCode, span, begunBy, change);
    }
}
