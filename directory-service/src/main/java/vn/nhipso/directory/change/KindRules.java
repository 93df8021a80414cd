package vn.nhipso.directory.change;

import java.util.Objects;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.Text;

/** Holds the content of a change against its kind: a rename is not a boundary change, and reports rely on that. */
final class KindRules {

    private final Change change;
    private final Hierarchy before;
    private final Refusals refusals;

    private KindRules(Change change, Hierarchy before, Refusals refusals) {
        this.change = change;
        this.before = before;
        this.refusals = refusals;
    }

    static void check(Change change, Hierarchy before, Refusals refusals) {
        new KindRules(change, before, refusals).check();
    }

    private void check() {
        switch (change.kind()) {
            case RENAME, RETYPE, TRANSFER -> {
                onlyAlters();
                change.begins().forEach(this::altersAsItsKindSays);
            }
            case ESTABLISH -> {
                if (!change.ends().isEmpty()) {
                    refuse("/ends", "ESTABLISH không kết thúc đơn vị nào.", "ESTABLISH ends no unit.");
                }
                change.lineage().stream()
                        .findFirst()
                        .ifPresent(edge -> refuse(
                                "/lineage",
                                "ESTABLISH không có quan hệ kế tục; dùng SPLIT.",
                                "ESTABLISH has no lineage; use SPLIT."));
            }
            case ABOLISH -> {
                if (change.ends().isEmpty()) {
                    refuse("/ends", "ABOLISH phải nêu đơn vị kết thúc.", "ABOLISH names what ends.");
                }
                change.begins().stream()
                        .filter(begin ->
                                before.at(begin.code(), change.effectiveOn()).isEmpty())
                        .forEach(begin -> refuse(
                                "/begins/" + begin.row(),
                                "ABOLISH không lập đơn vị mới; dùng MERGE hoặc SPLIT.",
                                "ABOLISH begins no new unit; use MERGE or SPLIT."));
            }
            case RECODE -> {
                if (change.ends().isEmpty() || change.begins().isEmpty()) {
                    refuse(
                            "/ends",
                            "RECODE cần mã cũ trong ends và mã mới trong begins.",
                            "RECODE needs the old code in ends and the new one in begins.");
                }
            }
            case MERGE, SPLIT, CATALOGUE -> {}
            case WITHDRAWAL ->
                refuse(
                        "/kind",
                        "Thu hồi bằng POST /v1/unit-changes/{id}/withdrawal.",
                        "Withdraw with POST /v1/unit-changes/{id}/withdrawal.");
        }
    }

    private void onlyAlters() {
        if (!change.ends().isEmpty()) {
            refuse("/ends", change.kind() + " không kết thúc đơn vị nào.", change.kind() + " ends no unit.");
        }
        if (!change.lineage().isEmpty()) {
            refuse(
                    "/lineage",
                    change.kind() + " không đổi địa giới nên không có quan hệ kế tục.",
                    change.kind() + " alters no boundary and has no lineage.");
        }
    }

    private void altersAsItsKindSays(Change.Beginning begin) {
        String at = "/begins/" + begin.row();
        UnitVersion living = before.at(begin.code(), change.effectiveOn()).orElse(null);
        if (living == null) {
            refusals.add(
                    at + "/code",
                    before.versions(begin.code()).isEmpty()
                            ? DirectoryProblem.UNIT_UNKNOWN
                            : DirectoryProblem.UNIT_NOT_LIVING,
                    Lives.of(begin.code(), change.effectiveOn(), before));
            return;
        }
        boolean parentStays = Objects.equals(living.parentCode(), begin.parentCode());
        boolean typeStays = living.type().equals(begin.type());
        if (change.kind() == ChangeKind.TRANSFER && parentStays) {
            refuse(at + "/parentCode", "TRANSFER phải đổi đơn vị cấp trên.", "TRANSFER gives another parent.");
        }
        if (change.kind() != ChangeKind.TRANSFER && !parentStays) {
            refuse(
                    at + "/parentCode",
                    change.kind() + " không đổi đơn vị cấp trên; dùng TRANSFER.",
                    change.kind() + " keeps the parent; use TRANSFER.");
        }
        if (change.kind() == ChangeKind.RENAME && !typeStays) {
            refuse(at + "/type", "RENAME không đổi loại hình; dùng RETYPE.", "RENAME keeps the type; use RETYPE.");
        }
        if (change.kind() == ChangeKind.RETYPE && typeStays) {
            refuse(at + "/type", "RETYPE phải đổi loại hình.", "RETYPE gives another type.");
        }
    }

    private void refuse(String pointer, String vi, String en) {
        refusals.add(pointer, DirectoryProblem.KIND_MISMATCH, new Text(vi, en));
    }
}
