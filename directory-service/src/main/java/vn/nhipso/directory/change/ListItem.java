package vn.nhipso.directory.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;

/** One difference between a list and what was known. */
@Schema(name = "UnitDifference", description = "What a list does to a unit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListItem(
        @Schema(examples = "30010") String code,

        @Schema(description = "Several where a unit is renamed and transferred at once")
        List<Alteration> what,

        @Schema(description = "As it was known to be on that day; absent where it begins") @Nullable UnitView before,

        @Schema(description = "As it is from that day on; absent where it ends") @Nullable UnitView after) {

    /** For the order of a list of them. */
    Level level() {
        return UnitCode.levelOf(code);
    }

    static ListItem begun(UnitVersion after) {
        return new ListItem(after.code(), List.of(Alteration.BEGUN), null, UnitView.of(after));
    }

    static ListItem ended(UnitVersion before) {
        return new ListItem(before.code(), List.of(Alteration.ENDED), UnitView.of(before), null);
    }

    static ListItem altered(List<Alteration> what, UnitVersion before, UnitVersion after) {
        return new ListItem(after.code(), what, UnitView.of(before), UnitView.of(after));
    }
}
