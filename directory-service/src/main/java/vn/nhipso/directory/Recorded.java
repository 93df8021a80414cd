package vn.nhipso.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a write. */
@Schema(description = "What was written")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recorded(
        UUID id,

        @Schema(
                description =
                        "Where it is published: pass as `minSequence` to read what was written; absent where nothing is published",
                examples = "directory:1204")
        @Nullable String sequence) {}
