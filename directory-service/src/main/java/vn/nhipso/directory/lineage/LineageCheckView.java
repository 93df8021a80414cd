package vn.nhipso.directory.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Level;

/** What became of the units of the day before, and where those of the day came from. */
@Schema(name = "LineageCheck")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineageCheckView(
        @Schema(examples = "2025-07-01") LocalDate effectiveOn,
        @Schema(examples = "VN") String within,
        List<OfLevel> items,

        @Schema(description = "By level, then code") List<Problem> problems,

        @Schema(description = "On all pages together", examples = "0")
        long problemCount,

        @Schema(description = "Pass as `cursor` to get the next page of problems; missing at the end") @Nullable String next) {

    /** Units of one level; the first five of what became of them make {@code before}. */
    @Schema(name = "LineageCheckOfLevel")
    record OfLevel(
            Level level,

            @Schema(description = "Units of the day before", examples = "10035")
            long before,

            @Schema(description = "Units of the day", examples = "3321")
            long after,

            @Schema(description = "The same unit lives on, whole")
            long continued,

            @Schema(description = "Went wholly into one other unit")
            long succeeded,

            @Schema(description = "Went into several units") long divided,

            @Schema(
                    description =
                            "Ended, and nothing is recorded of a successor: rightly so for districts, which ceased in 2025",
                    examples = "0")
            long endedWithoutSuccessor,

            @Schema(description = "Recorded as: the successor is not known")
            long successorUnknown,

            @Schema(description = "Units of the day that did not live the day before and have no predecessor")
            long withoutPredecessor) {}

    /** What is wrong with the record. */
    enum What {
        /** A province or commune ended and nothing is recorded of a successor. */
        WITHOUT_SUCCESSOR,
        SUCCESSOR_UNKNOWN,
        /** A unit above the hamlets begins and nothing is recorded of what it was made of. */
        WITHOUT_PREDECESSOR,
        /** All of the area or population went to one unit, and some to another. */
        WHOLE_BESIDE_PARTS,
        /** A part went somewhere, and nothing is recorded of the rest. */
        PART_ALONE,
        /** The shares of the population are not one together. */
        SHARES_DO_NOT_ADD_UP
    }

    /** One unit with which something is wrong. */
    @Schema(name = "LineageProblem")
    record Problem(
            @Schema(examples = "00142") String code,
            @Schema(examples = "Xã Đặng Xá") String fullName,
            Level level,
            What what) {}
}
