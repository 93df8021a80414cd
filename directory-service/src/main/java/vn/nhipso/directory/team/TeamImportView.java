package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file of teams did, without personal data. */
@Schema(name = "TeamImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamImportView(
        Status status,

        @Schema(description = "Below the header") int rows,

        @Schema(description = "Entered anew") int teamsBegun,

        @Schema(description = "Altered themselves or in their members")
        int teamsAltered,

        int teamsUnchanged,
        int membersJoined,
        int membersAltered,
        int membersUnchanged,

        @Schema(description = "Rows taken to mean members whose personal data were erased: they stay erased")
        int membersErased,

        @Schema(description = "Teams begun and altered, at most 1,000")
        List<Item> items,

        int itemCount,

        @Schema(description = "Pass as `minSequence` to a report that shall know of it", examples = "directory:1204")
        @Nullable String sequence) {

    /** What became of the file. */
    enum Status {
        APPLIED,
        UNCHANGED,
        DRY_RUN
    }

    /** What became of a team. */
    enum What {
        BEGUN,
        ALTERED
    }

    /** A team of the file. */
    @Schema(name = "TeamImportItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(description = "Its first row") int line,

            @Schema(description = "Absent for a new team in a dry run") @Nullable UUID id,

            @Schema(examples = "15655-01") String unit,
            String name,
            What what) {}
}
