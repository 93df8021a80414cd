package vn.nhipso.directory.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.Level;

/** What a subtree holds on a day. */
@Schema(description = "Teams by kind and level, and the hamlets that have a community team")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamCounts(
        @Schema(description = "The unit; absent in the total") @Nullable Place unit,

        @Schema(description = "With `by=level`: the level of these teams") @Nullable Level level,

        List<OfKind> teams,

        @Schema(
                description =
                        "Hamlets registered and living that day; absent where none is registered, which is not zero",
                examples = "9")
        @Nullable Integer hamlets,

        @Schema(description = "Those at which a community team stands", examples = "8") @Nullable Integer hamletsWithTeam,

        @Schema(description = "Of the hamlets of that day", examples = "88.8889") @Nullable BigDecimal hamletCoveragePercent,

        @Schema(description = "Communes that live that day") @Nullable Integer communes,

        @Schema(description = "Of them without any registered hamlet: missing in the coverage") @Nullable Integer communesWithoutHamlets) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    /** A unit on that day. */
    @Schema(name = "TeamCountUnit")
    public record Place(
            @Schema(examples = "15655") String code,
            @Schema(examples = "Ngọc Phụng") String name,
            @Schema(examples = "Xã Ngọc Phụng") String fullName,
            Level level) {}

    /** Teams of a kind at a level; kinds are never added to each other. */
    @Schema(name = "TeamCountOfKind")
    public record OfKind(TeamKind kind, Level level, int teams, int members) {}

    static TeamCounts of(
            @Nullable Place unit, List<OfKind> teams, int hamlets, int withTeam, int communes, int unregistered) {
        boolean registered = hamlets > 0;
        return new TeamCounts(
                unit,
                null,
                teams,
                registered ? hamlets : null,
                registered ? withTeam : null,
                registered
                        ? BigDecimal.valueOf(withTeam)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(hamlets), DECIMALS, RoundingMode.HALF_UP)
                        : null,
                communes,
                unregistered);
    }

    /** Teams of one level, without what only units have. */
    static TeamCounts ofLevel(Level level, List<OfKind> teams) {
        return new TeamCounts(null, level, teams, null, null, null, null, null);
    }

    /** The same as the total of a question. */
    TeamCounts ofAll() {
        return new TeamCounts(
                null, null, teams, hamlets, hamletsWithTeam, hamletCoveragePercent, communes, communesWithoutHamlets);
    }
}
