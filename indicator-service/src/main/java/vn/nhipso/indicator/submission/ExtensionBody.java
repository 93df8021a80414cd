package vn.nhipso.indicator.submission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/returns/{id}/extension}. */
@Schema(name = "ReturnExtension", description = "A due day in place of the calendar's")
record ExtensionBody(
        @NotNull @Schema(examples = "2022-07-31") LocalDate dueOn,

        @Size(max = 2_000) @Schema(examples = "Xã đang sắp xếp đơn vị hành chính") @Nullable String remark) {}
