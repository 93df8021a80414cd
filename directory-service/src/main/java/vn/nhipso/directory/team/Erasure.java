package vn.nhipso.directory.team;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to erase personal data. */
@Schema(name = "MemberErasure")
public record Erasure(
        @Schema(
                required = true,
                description = "Why, without the name and the phone number themselves: it stays in the log",
                examples = "Theo yêu cầu của người đó")
        @Nullable String reason) {

    /** It may repeat what shall be erased. */
    @Override
    public String toString() {
        return "Erasure";
    }
}
