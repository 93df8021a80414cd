package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Level;

/**
 * A change whose every part is well formed by itself; whether it fits the hierarchy is another question.
 *
 * @param withdraws the change that this one takes back; null for every other kind
 */
record Change(
        ChangeKind kind,
        @Nullable Act act,
        LocalDate effectiveOn,
        List<Ending> ends,
        List<Beginning> begins,
        List<Edge> lineage,
        @Nullable String note,
        @Nullable UUID withdraws) {

    Change(
            ChangeKind kind,
            @Nullable Act act,
            LocalDate effectiveOn,
            List<Ending> ends,
            List<Beginning> begins,
            List<Edge> lineage,
            @Nullable String note) {
        this(kind, act, effectiveOn, ends, begins, lineage, note, null);
    }

    /** Takes a change of that day back; what alters follows from what it did. */
    static Change withdrawing(UUID change, LocalDate day, String reason) {
        return new Change(ChangeKind.WITHDRAWAL, null, day, List.of(), List.of(), List.of(), reason, change);
    }

    /** @param row its place in {@code ends} */
    record Ending(int row, String code) {}

    /**
     * @param row its place in {@code begins}
     * @param validTo the day after its last, where it has ended since; null for as long as nothing else is known
     */
    record Beginning(
            int row,
            String code,
            String name,
            String fullName,
            String type,
            Level level,
            @Nullable String parentCode,
            @Nullable LocalDate validTo) {}

    /** @param row its place in {@code lineage} */
    record Edge(int row, LineageEdge edge) {}
}
