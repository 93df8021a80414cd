package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Tagged;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.kit.table.FileErrors;

/** Files what whole lists say as one change, or works it out without effect. */
@ApplicationScoped
public class CatalogueChanges {

    private final HierarchyLock lock;
    private final ChangeStore store;
    private final CatalogueStore catalogue;
    private final ChangeWriter writer;
    private final Territory territory;

    CatalogueChanges(
            HierarchyLock lock, ChangeStore store, CatalogueStore catalogue, ChangeWriter writer, Territory territory) {
        this.lock = lock;
        this.store = store;
        this.catalogue = catalogue;
        this.writer = writer;
        this.territory = territory;
    }

    /** Fails with FORBIDDEN where the caller has no rights over the part of the country that a list is of. */
    public void requireRights(Filer filer, String area, LocalDate day) {
        territory.require(filer.unit(), area, day);
    }

    /** Works the lists out and leaves everything as it was. */
    @Transactional
    public CatalogueOutcome tryOut(CatalogueFiling filing, Filer filer, CatalogueProgress progress) {
        Worked worked = work(filing, filer, progress);
        return worked.outcome(CatalogueOutcome.Status.DRY_RUN);
    }

    /** In the running transaction, so that whoever asked can remember it with the effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CatalogueOutcome record(CatalogueFiling filing, Filer filer, CatalogueProgress progress) {
        lock.enter();
        Worked worked = work(filing, filer, progress);
        if (worked.plan().isEmpty()) {
            return worked.outcome(CatalogueOutcome.Status.UNCHANGED);
        }
        progress.reached("writing", 0, 0);
        Instant moment = store.nextMoment();
        Change change = new Change(
                ChangeKind.CATALOGUE, filing.act(), filing.day(), List.of(), List.of(), List.of(), filing.note());
        ChangeWriter.Written written = writer.write(
                new ChangeWriter.Draft(worked.id(), change, worked.plan(), fingerprint(filing)),
                moment,
                filer.name(),
                phase -> progress.reached(phase, 0, 0));
        if (filing.units() != null) {
            catalogue.markList(worked.id(), filing.units());
        }
        return worked.applied(written);
    }

    private record Worked(
            UUID id,
            ChangePlan plan,
            @Nullable List<ListItem> items,
            @Nullable LineageDifference lineage) {

        CatalogueOutcome outcome(CatalogueOutcome.Status status) {
            return new CatalogueOutcome(status, items, lineage, null, null);
        }

        CatalogueOutcome applied(ChangeWriter.Written written) {
            LineageDifference moved = lineage == null ? null : lineage.withTeams(written.teamsMoved());
            return new CatalogueOutcome(CatalogueOutcome.Status.APPLIED, items, moved, id, written.sequence());
        }
    }

    private Worked work(CatalogueFiling filing, Filer filer, CatalogueProgress progress) {
        Hierarchy known = catalogue.units();
        territory.requireAll(filer.unit(), named(filing, known), filing.day());
        progress.reached("comparing", 0, 0);
        UUID id = store.nextId();
        LocalDate day = filing.day();
        UnitList list = filing.units();
        List<ListedEdge> edges = filing.edges();
        FileErrors errors = filing.errors();
        Places places = new FilePlaces(list == null ? List.of() : list.units(), errors, list != null && edges != null);
        Draft draft = new Draft(day, id, known, catalogue.edges(), UUID::randomUUID);
        CataloguePlanner planner = new CataloguePlanner(draft, communes -> catalogue.hamlets(communes, day), places);
        List<ListItem> items = list == null
                ? null
                : planner.units(
                        list,
                        LaterLists.first(list, day, known, catalogue.listsAfter(day))
                                .orElse(null));
        LineageDifference lineage = edges == null
                ? null
                : planner.lineage(edges.stream()
                        .map(edge -> new Change.Edge(edge.line(), edge.edge()))
                        .toList());
        ChangePlan plan = planner.plan();
        if (!errors.isEmpty()) {
            throw ImportRefusal.of(errors);
        }
        return new Worked(id, plan, items == null ? null : sorted(items), lineage);
    }

    private static List<ListItem> sorted(List<ListItem> items) {
        return items.stream()
                .sorted(Comparator.comparing(ListItem::level).thenComparing(ListItem::code))
                .toList();
    }

    /** Whatever a list speaks of, and whatever its units come to stand under. */
    private static TreeSet<String> named(CatalogueFiling filing, Hierarchy known) {
        TreeSet<String> codes = new TreeSet<>();
        if (filing.units() != null) {
            for (ListedUnit unit : filing.units().units()) {
                codes.add(unit.code());
                if (known.at(unit.code(), filing.day())
                        .filter(living -> unit.parentCode().equals(living.parentCode()))
                        .isEmpty()) {
                    codes.add(unit.parentCode());
                }
            }
        }
        if (filing.edges() != null) {
            filing.edges().forEach(edge -> codes.add(edge.edge().from()));
        }
        return codes;
    }

    private static String fingerprint(CatalogueFiling filing) {
        return Tagged.digest(List.of(filing.day(), String.valueOf(filing.units()), String.valueOf(filing.edges()))
                .toString());
    }
}
