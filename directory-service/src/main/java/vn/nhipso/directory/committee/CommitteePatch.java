package vn.nhipso.directory.committee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.Sent;

/** What shall be altered about a committee: an absent field stays, null removes it. */
@Schema(description = "An absent field stays as it is, null removes it")
public record CommitteePatch(
        @Schema(implementation = String.class, examples = "Ban Chỉ đạo Chuyển đổi số xã Ngọc Phụng") @Nullable Sent<String> name,

        @Schema(implementation = Act.class, description = "The founding decision, as a whole") @Nullable Sent<Act> decision,

        @Schema(implementation = String.class) @Nullable Sent<String> note) {}
