package vn.nhipso.directory.hamlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file of hamlets did. */
@Schema(name = "HamletImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HamletImportView(
        Status status,
        @Schema(examples = "2025-07-01") LocalDate validFrom,

        @Schema(description = "Below the header") int rows,

        int begun,

        @Schema(description = "There already on that day") int unchanged,

        @Schema(description = "Those that begin, at most 1,000")
        List<Item> items,

        int itemCount,

        @Schema(description = "Absent in a dry run and where nothing began") @Nullable UUID changeId,

        @Schema(description = "Pass as `minSequence` to a report that shall know of it", examples = "directory:1204")
        @Nullable String sequence) {

    /** What became of the file. */
    enum Status {
        APPLIED,
        UNCHANGED,
        DRY_RUN
    }

    /** A hamlet that begins. */
    @Schema(name = "HamletImportItem")
    public record Item(
            int line,

            @Schema(description = "Given by the file or by us", examples = "15655-01")
            String code,

            @Schema(examples = "1") String name,
            @Schema(examples = "thôn") String type) {}
}
