package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.change.CatalogueChanges;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueOutcome;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.directory.change.Filer;
import vn.nhipso.directory.change.ImportRefusal;
import vn.nhipso.directory.change.ListedEdge;
import vn.nhipso.directory.change.UnitList;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.table.TableFile;
import vn.nhipso.kit.table.TableLimits;
import vn.nhipso.kit.table.TableReader;

/** Reads lists and files them. */
@ApplicationScoped
class Catalogues {

    private static final TableLimits STANDARD = TableLimits.standard();

    /** Four times the largest national list; all of a list is in memory while it is compared. */
    private static final TableLimits LIMITS = new TableLimits(
            STANDARD.bytes(), 50_000, STANDARD.columns(), STANDARD.cellLength(), STANDARD.unzippedBytes());

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

    Filed tryOut(CatalogueFiling filing, Filer filer, CatalogueProgress progress) {
        return new Filed(filing, changes.tryOut(filing, filer, progress));
    }

    /** In the running transaction. */
    Filed file(CatalogueFiling filing, Filer filer, CatalogueProgress progress) {
        return new Filed(filing, changes.record(filing, filer, progress));
    }

    /** Fails with FORBIDDEN before anything is read. */
    void requireRights(Order order, Filer filer) {
        if (order.units() != null) {
            changes.requireRights(filer, order.area(), order.day());
        }
    }

    /** What the files say; needs no transaction. */
    CatalogueFiling read(Order order, Filer filer, CatalogueProgress progress) {
        requireRights(order, filer);
        FileErrors errors = new FileErrors();
        UnitList units = order.units() == null ? null : units(order, order.units(), errors, progress);
        List<ListedEdge> edges = order.lineage() == null ? null : edges(order, order.lineage(), errors, progress);
        // Which edges fit can still be said where only rows of edges are bad; with bad units nothing is known of the
        // day.
        if (units != null && !errors.isEmpty()) {
            throw ImportRefusal.of(errors);
        }
        return new CatalogueFiling(order.act(), order.day(), order.note(), units, edges, errors);
    }

    private static UnitList units(Order order, Path file, FileErrors errors, CatalogueProgress progress) {
        try (TableReader table = new WatchedTable(TableFile.open(file, LIMITS), progress)) {
            return UnitFile.read(table, order.area(), errors, order.isTwo() ? "units/" : "");
        }
    }

    private static List<ListedEdge> edges(Order order, Path file, FileErrors errors, CatalogueProgress progress) {
        try (TableReader table = new WatchedTable(TableFile.open(file, LIMITS), progress)) {
            return LineageFile.read(table, order.day(), order.act() != null, errors, order.isTwo() ? "lineage/" : "");
        }
    }
}
