package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.kit.table.FileErrors;

/**
 * Whole lists as they were read.
 *
 * @param act null where every edge names its own instrument
 * @param units null where only lineage was sent
 * @param edges null where only units were sent
 * @param errors what was found wrong with the rows so far; what does not fit the record is added
 */
public record CatalogueFiling(
        @Nullable Act act,
        LocalDate day,
        @Nullable String note,
        @Nullable UnitList units,
        @Nullable List<ListedEdge> edges,
        FileErrors errors) {}
