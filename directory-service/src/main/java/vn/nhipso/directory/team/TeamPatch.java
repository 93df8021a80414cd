package vn.nhipso.directory.team;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.Sent;
import vn.nhipso.directory.unit.Level;

/** What shall be altered about a team: an absent field stays, null removes it. */
@Schema(description = "An absent field stays as it is, null removes it")
public record TeamPatch(
        @Schema(implementation = String.class, examples = "Tổ công nghệ số cộng đồng Thôn 1") @Nullable Sent<String> name,

        @Schema(implementation = Level.class, description = "Not above the unit's own level") @Nullable Sent<Level> level,

        @Schema(implementation = Act.class, description = "The founding decision, as a whole") @Nullable Sent<Act> decision) {}
