package vn.nhipso.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The legal act (văn bản) that something rests on.
 *
 * @param number as printed, such as {@code 1663/NQ-UBTVQH15}
 * @param issuer who issued it
 * @param issuedOn the day it was signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Act(
        @Schema(description = "Number as printed", examples = "1663/NQ-UBTVQH15") @Nullable String number,

        @Schema(examples = "Ủy ban Thường vụ Quốc hội") @Nullable String issuer,

        @Schema(examples = "2025-06-16") @Nullable LocalDate issuedOn) {

    /** An act of which nothing is known is none. */
    public static @Nullable Act of(@Nullable String number, @Nullable String issuer, @Nullable LocalDate issuedOn) {
        return number == null && issuer == null && issuedOn == null ? null : new Act(number, issuer, issuedOn);
    }
}
