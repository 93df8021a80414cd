package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.change.CatalogueChanges;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueOutcome;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.directory.change.ListedEdge;
import vn.nhipso.directory.change.UnitList;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;

/** Reads lists and files them. */
@ApplicationScoped
class Catalogues {

    private final CatalogueChanges changes;

    Catalogues(CatalogueChanges changes) {
        this.changes = changes;
    }

    /**
     * What is to be filed.
     *
     * @param area the code at the head of the part of the country that the list is of
     * @param units null where only lineage is sent
     * @param lineage null where only units are sent
     */
    record Order(
            LocalDate day,
            @Nullable Act act,
            @Nullable String note,
            String area,
            @Nullable Path units,
            @Nullable Path lineage) {

        boolean isTwo() {
            return units != null && lineage != null;
        }
    }

    /** What was read, and what came of it. */
    record Filed(CatalogueFiling filing, CatalogueOutcome outcome) {

        UnitImportView units() {
            return UnitImportView.of(filing, outcome);
        }

        LineageImportView lineage() {
            return LineageImportView.of(filing, outcome);
        }
    }

    Filed tryOut(Order order, Caller caller, CatalogueProgress progress) {
        CatalogueFiling filing = read(order, caller, progress);
        return new Filed(filing, changes.tryOut(filing, caller, progress));
    }

    /** In the running transaction. */
    Filed file(Order order, Caller caller, CatalogueProgress progress) {
        CatalogueFiling filing = read(order, caller, progress);
        return new Filed(filing, changes.record(filing, caller, progress));
    }

    private CatalogueFiling read(Order order, Caller caller, CatalogueProgress progress) {
        if (order.units() != null) {
            changes.requireRights(caller, order.area(), order.day());
        }
        progress.reached("reading", 0, 0);
        FileErrors errors = new FileErrors();
        UnitList units = order.units() == null ? null : units(order, order.units(), errors);
        List<ListedEdge> edges = order.lineage() == null ? null : edges(order, order.lineage(), errors);
        // Which edges fit can still be said where only rows of edges are bad; with bad units nothing is known of the
        // day.
        if (units != null && !errors.isEmpty()) {
            throw errors.problem(DirectoryProblem.IMPORT_REFUSED, said(errors));
        }
        return new CatalogueFiling(order.act(), order.day(), order.note(), units, edges, errors);
    }

    private static UnitList units(Order order, Path file, FileErrors errors) {
        try (TableReader table = TableFile.open(file, TableLimits.standard())) {
            return UnitFile.read(table, order.area(), errors, order.isTwo() ? "units/" : "");
        }
    }

    private static List<ListedEdge> edges(Order order, Path file, FileErrors errors) {
        try (TableReader table = TableFile.open(file, TableLimits.standard())) {
            return LineageFile.read(table, order.day(), order.act() != null, errors, order.isTwo() ? "lineage/" : "");
        }
    }

    static Text said(FileErrors errors) {
        return Text.of(
                "Có %d lỗi, xem errors; không có gì được ghi.",
                "There are %d errors, see errors; nothing was recorded.", errors.count());
    }
}
