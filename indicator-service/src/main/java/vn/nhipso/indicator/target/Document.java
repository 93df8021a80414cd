package vn.nhipso.indicator.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that assigns a target. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TargetDocument", description = "The document that assigns the target")
public record Document(
        @Schema(examples = "Kế hoạch chuyển đổi số năm 2022") @Nullable @Size(min = 1, max = 2000) String title,

        @Schema(examples = "12/KH-UBND") @Nullable @Size(min = 1, max = 500) String number,

        @Schema(examples = "2022-01-15") @Nullable LocalDate issuedOn) {

    @AssertTrue(message = "issuedOn lies between 1900 and 2200") @Schema(hidden = true)
    boolean isWithinReason() {
        return issuedOn == null || (issuedOn.getYear() >= 1900 && issuedOn.getYear() <= 2200);
    }
}
