package vn.nhipso.indicator.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Absence;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Qualifier;
import vn.nhipso.indicator.figure.Stated;

/** A revision that waits for publication behind the one that stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WaitingRevision", description = "A revision that waits for publication behind the one that stands")
public record WaitingView(
        @Schema(examples = "2") int revision,

        @Schema(description = "Whether it takes the value back")
        boolean withdrawn,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        List<Qualifier> qualifiers,
        @Nullable Absence absence,
        @Nullable Stated stated) {

    /** @param draft as it is stored: a content, or that it withdraws */
    static WaitingView of(int revision, String draft) {
        Content content = ContentRows.fromJson(draft, Content.class);
        return new WaitingView(
                revision,
                ContentRows.fromJson(draft, Withdrawal.class).withdrawn(),
                content.numerator(),
                content.denominator(),
                content.value(),
                content.exactness(),
                content.absence(),
                content.stated());
    }

    private record Withdrawal(boolean withdrawn) {}
}
