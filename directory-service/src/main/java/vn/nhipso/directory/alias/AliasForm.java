package vn.nhipso.directory.alias;

import java.time.Instant;
import java.util.Set;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.Text;

/** Reads what somebody sends as an alias. */
final class AliasForm {

    private AliasForm() {}

    /** What is wrong with it by itself is added to the refusals. */
    static CodeAlias read(String alias, RegisterAlias sent, Refusals refusals) {
        String code = CleanText.required(sent.code(), CleanText.NAME, "/code", refusals);
        String note = CleanText.note(sent.note(), "/note", refusals);
        Spans.check(sent.validFrom(), sent.validTo(), "/validFrom", "/validTo", refusals);
        boolean codesAreSound = isSound("/alias", alias, refusals) & isSound("/code", code, refusals);
        if (codesAreSound && alias.equals(code)) {
            refusals.add("/alias", DirectoryProblem.ALIAS_IS_ITS_CODE);
        } else if (codesAreSound && UnitCode.levelOf(alias) != UnitCode.levelOf(code)) {
            refusals.add("/alias", DirectoryProblem.LEVEL_DIFFERS_FROM_CODE);
        }
        return new CodeAlias(alias, code, sent.validFrom(), sent.validTo(), note, 0, Instant.EPOCH);
    }

    /** Adds what is wrong in view of the codes that were ever borne. */
    static void check(CodeAlias alias, Set<String> everBorne, Refusals refusals) {
        if (UnitCode.parse(alias.code()).isPresent() && !everBorne.contains(alias.code())) {
            refusals.add(
                    "/code",
                    DirectoryProblem.UNIT_UNKNOWN,
                    Text.of("Chưa từng có đơn vị mang mã %s.", "No unit ever had code %s.", alias.code()));
        }
    }

    private static boolean isSound(String pointer, String code, Refusals refusals) {
        if (code.equals(UnitCode.ROOT)) {
            refusals.add(pointer, DirectoryProblem.ROOT_IS_FIXED);
            return false;
        }
        if (UnitCode.parse(code).isEmpty() && !code.isEmpty()) {
            refusals.add(pointer, DirectoryProblem.CODE_MALFORMED);
        }
        return UnitCode.parse(code).isPresent();
    }
}
