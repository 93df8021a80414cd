package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Level;

/** The answer to a question for numbers of teams. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamCountAnswer(
        @Schema(examples = "2025-06-30") LocalDate validAt,
        @Schema(examples = "38") String within,

        @Schema(description = "Level of the units in `items`; absent with `by=level`") @Nullable Level level,

        @Schema(description = "By code, or with `by=level` by level")
        List<TeamCounts> items,

        @Schema(description = "The whole of `within`") TeamCounts total) {}
