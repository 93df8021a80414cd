package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the log of personal data. */
@Schema(name = "ContactLogEntry", description = "Who did what with the personal data of a team; never the data")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactEntry(
        UUID id,
        Instant at,
        @Schema(description = "The user") String by,
        ContactAction action,

        @Schema(description = "Id of the member; absent where all of the team were read") @Nullable UUID member,

        @Schema(examples = "phone") List<String> fields,

        @Schema(description = "Of an erasure") @Nullable String reason) {}
