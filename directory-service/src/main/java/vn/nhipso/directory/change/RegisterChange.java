package vn.nhipso.directory.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.unit.Level;

/** A change as it is sent. */
@Schema(description = "Units that end, begin or alter on one day by one legal act, applied whole or not at all.")
public record RegisterChange(
        @Schema(required = true) @Nullable ChangeKind kind,

        @Schema(description = "Required with its number; only where nothing but hamlets changes may it be absent")
        @Nullable Act act,

        @Schema(required = true, description = "The first day of the new state", examples = "2025-07-01") @Nullable LocalDate effectiveOn,

        @Schema(
                description =
                        "Codes of units whose last day is the day before. Hamlets of a commune that ends need not be listed.")
        @Nullable List<@Nullable String> ends,

        @Schema(
                description =
                        "Units as they are from that day on. A code that lives on that day gets a new version of the same unit, unless it stands in `ends` too: then it is used again for another unit.")
        @Nullable List<@Nullable Beginning> begins,

        @Schema(
                description =
                        "Which unit went into which. The edges of one `from` on a day are complete; sent again they replace.")
        @Nullable List<@Nullable Edge> lineage,

        @Nullable String note,

        @Schema(
                description =
                        "Teams and committees of units that this change divides, or ends without a successor: where each goes. Others follow the population by themselves; those not named end with their unit.")
        @Nullable List<@Nullable Move> moves) {

    /** Without moves. */
    public RegisterChange(
            @Nullable ChangeKind kind,
            @Nullable Act act,
            @Nullable LocalDate effectiveOn,
            @Nullable List<@Nullable String> ends,
            @Nullable List<@Nullable Beginning> begins,
            @Nullable List<@Nullable Edge> lineage,
            @Nullable String note) {
        this(kind, act, effectiveOn, ends, begins, lineage, note, null);
    }

    /** A team or committee and where it goes. */
    @Schema(name = "AssignedMove", description = "Either `team` or `committee`")
    public record Move(
            @Nullable UUID team,
            @Nullable UUID committee,

            @Schema(
                    required = true,
                    description = "Code of a successor, or of a hamlet of one, that lives from that day on",
                    examples = "30010")
            @Nullable String to) {}

    /** A unit as it is from the day of the change on. */
    @Schema(name = "UnitBeginning")
    public record Beginning(
            @Schema(required = true, examples = "30010") @Nullable String code,

            @Schema(required = true, description = "Without the word for its type", examples = "Tam Nông") @Nullable String name,

            @Schema(description = "Type and name; made from them when absent", examples = "Xã Tam Nông") @Nullable String fullName,

            @Schema(required = true, examples = "xã") @Nullable String type,

            @Schema(description = "Follows from the code when absent", examples = "COMMUNE") @Nullable Level level,

            @Schema(description = "`VN` for a province, where it may be absent", examples = "82") @Nullable String parentCode,

            @Schema(
                    description =
                            "The day after its last, for a unit that is entered late and has ended since, as under a parent that is no more. Absent: as long as nothing else is known",
                    examples = "2025-07-01")
            @Nullable LocalDate validTo) {

        public Beginning(
                @Nullable String code,
                @Nullable String name,
                @Nullable String fullName,
                @Nullable String type,
                @Nullable Level level,
                @Nullable String parentCode) {
            this(code, name, fullName, type, level, parentCode, null);
        }
    }

    /** A step of lineage. */
    @Schema(name = "LineageStep")
    public record Edge(
            @Schema(required = true, examples = "30013") @Nullable String from,

            @Schema(description = "Absent: the successor is not known", examples = "30010") @Nullable String to,

            @Schema(description = "When absent: WHOLE for the only edge of `from`, else PART") @Nullable Extent area,

            @Schema(
                    description =
                            "When absent: PART where a share is given, WHOLE for the only edge of `from`, else PART")
            @Nullable Extent population,

            @Schema(description = "Share of the population that goes there, between 0 and 1, where known") @Nullable BigDecimal share) {}
}
