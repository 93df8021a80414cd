package vn.nhipso.indicator.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Evidence", description = "A file that stands behind figures")
public record EvidenceView(
        UUID id,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(examples = "application/pdf") String type,

        @Schema(description = "In bytes", examples = "48213")
        long size,

        @Schema(examples = "bao-cao-so-ket.pdf") @Nullable String name) {}
