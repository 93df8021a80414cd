package vn.nhipso.directory.team;

import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.kit.problem.Text;

/** Reads a team as sent and finds what is wrong with it that needs no knowledge of the hierarchy. */
final class TeamForm {

    private TeamForm() {}

    /** Without identity and revision. */
    static Team read(RegisterTeam sent, Refusals refusals) {
        Team team = new Team();
        team.unitCode = sent.unit() == null ? "" : sent.unit();
        team.kind = sent.kind() == null ? missing("/kind", TeamKind.COMMUNITY, refusals) : sent.kind();
        describe(team, sent.name(), sent.level(), sent.decision(), refusals);
        Spans.check(sent.validFrom(), sent.validTo(), "/validFrom", "/validTo", refusals);
        team.validFrom = sent.validFrom();
        team.validTo = sent.validTo();
        return team;
    }

    /** What may be altered later. */
    static void describe(
            Team team, @Nullable String name, @Nullable Level level, @Nullable Act decision, Refusals refusals) {
        team.name = CleanText.required(name, CleanText.NAME, "/name", refusals);
        team.level = level == null ? missing("/level", Level.HAMLET, refusals) : level;
        team.decisionNumber = null;
        team.decisionIssuer = null;
        team.decisionIssuedOn = null;
        if (decision != null) {
            Days.check(decision.issuedOn(), "/decision/issuedOn", refusals);
            team.decisionNumber = CleanText.optional(decision.number(), CleanText.NAME, "/decision/number", refusals);
            team.decisionIssuer = CleanText.optional(decision.issuer(), CleanText.NAME, "/decision/issuer", refusals);
            team.decisionIssuedOn = decision.issuedOn();
        }
    }

    /** A team stands at its unit's level or below. */
    static void checkLevel(@Nullable Level level, String unit, Level unitLevel, Refusals refusals) {
        if (level != null && (level.isAbove(unitLevel) || level == Level.COUNTRY)) {
            refusals.add(
                    "/level",
                    DirectoryProblem.LEVEL_ABOVE_UNIT,
                    Text.of(
                            "%s thuộc cấp %s, tổ không thể ở cấp %s.",
                            "%s is of level %s, a team there cannot be of level %s.", unit, unitLevel, level));
        }
    }

    private static <T> T missing(String pointer, T placeholder, Refusals refusals) {
        refusals.add(pointer, DirectoryProblem.FIELD_MISSING);
        return placeholder;
    }
}
