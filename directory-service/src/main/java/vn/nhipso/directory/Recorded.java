package vn.nhipso.directory;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a write. */
@Schema(description = "What was written")
public record Recorded(
        UUID id,

        @Schema(description = "Pass as `minSequence` to a report that shall know of it", examples = "directory:1204")
        String sequence) {}
