package vn.nhipso.indicator.definition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name in both languages of the API. */
public record Names(
        @Schema(examples = "Tỷ lệ hồ sơ TTHC nộp/xử lý trực tuyến") @NotBlank @Size(max = 500) String vi,

        @Schema(examples = "Dossiers handled online") @NotBlank @Size(max = 500) String en) {}
