package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.lineage.LineageRepository;
import vn.nhipso.directory.placement.Itinerary;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.storage.Sequence;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.HierarchyLock;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.directory.unit.UnitRepository;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.table.FileErrors;
import vn.nhipso.kit.time.VietnamTime;

/** Enters a file of teams: all of it or nothing, in one statement a table. */
@ApplicationScoped
class TeamImportService {

    private static final int LISTED = 1_000;

    private final TeamImportStore store;
    private final SheetRights rights;
    private final PlacementRepository placements;
    private final UnitRepository units;
    private final LineageRepository lineage;
    private final HierarchyLock hierarchy;
    private final EntryLock entries;
    private final TeamEvents events;
    private final Sequence sequence;
    private final Clock clock;

    TeamImportService(
            TeamImportStore store,
            SheetRights rights,
            PlacementRepository placements,
            UnitRepository units,
            LineageRepository lineage,
            HierarchyLock hierarchy,
            EntryLock entries,
            TeamEvents events,
            Sequence sequence,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.placements = placements;
        this.units = units;
        this.lineage = lineage;
        this.hierarchy = hierarchy;
        this.entries = entries;
        this.events = events;
        this.sequence = sequence;
        this.clock = clock;
    }

    /** @param errors what the reading of the file found; with what is found here it decides */
    @Transactional
    TeamImportView apply(TeamSheet sheet, FileErrors errors, boolean dryRun, Caller caller) {
        hierarchy.hold();
        entries.alone();
        place(sheet, errors);
        TeamImportPlan.refuse(errors);
        rights.require(sheet.teams(), caller);
        TeamImportPlan plan = plan(sheet, errors);
        rights.requireKnown(sheet.teams(), caller);
        TeamImportPlan.refuse(errors);
        if (dryRun) {
            return view(sheet, plan, TeamImportView.Status.DRY_RUN, null);
        }
        if (plan.begun.isEmpty() && plan.altered.isEmpty()) {
            return view(sheet, plan, TeamImportView.Status.UNCHANGED, sequence.token());
        }
        return view(sheet, plan, TeamImportView.Status.APPLIED, write(plan, caller.name()));
    }

    private void place(TeamSheet sheet, FileErrors errors) {
        Set<String> codes = new TreeSet<>();
        sheet.teams().stream()
                .map(team -> team.team.unitCode)
                .filter(code -> UnitCode.parse(code).isPresent())
                .forEach(codes::add);
        SheetUnits found = new SheetUnits(
                new Hierarchy(units.versions(codes)), lineage.onward(codes, Days.FIRST), VietnamTime.today(clock));
        sheet.teams().forEach(team -> found.place(team, errors));
    }

    private TeamImportPlan plan(TeamSheet sheet, FileErrors errors) {
        Set<String> codes = new TreeSet<>();
        sheet.teams().forEach(team -> codes.add(team.team.unitCode));
        List<KnownTeam> known = store.known(codes);
        List<UUID> ids = known.stream().map(team -> team.team().id).toList();
        TeamImportPlan plan = new TeamImportPlan(known, store.members(ids), errors);
        sheet.teams().forEach(plan::add);
        return plan;
    }

    private String write(TeamImportPlan plan, String by) {
        Instant moment = clock.instant();
        Iterator<UUID> ids = store.ids(plan.begun.size() + plan.joined.size()).iterator();
        plan.begun.forEach(sheet -> sheet.team.id = ids.next());
        Stream.of(plan.begun, plan.altered).flatMap(Collection::stream).forEach(SheetTeam::ownMembers);
        plan.joined.forEach(member -> member.id = ids.next());
        if (!plan.begun.isEmpty()) {
            store.addTeams(plan.begun, moment, by);
            placements.place(Placed.TEAM, courses(plan.begun));
        }
        if (!plan.altered.isEmpty()) {
            store.alterTeams(teams(plan.altered), moment, by);
            store.endStays(
                    teams(plan.altered.stream().filter(sheet -> sheet.ends).toList()));
        }
        store.addMembers(plan.joined, moment, by);
        store.alterMembers(plan.alteredMembers, moment, by);
        List<UUID> touched = Stream.of(plan.begun, plan.altered)
                .flatMap(Collection::stream)
                .map(SheetTeam::id)
                .toList();
        return events.append(touched, moment);
    }

    private static List<PlacementRepository.Course> courses(List<SheetTeam> begun) {
        List<PlacementRepository.Course> courses = new ArrayList<>();
        begun.forEach(sheet -> {
            Itinerary itinerary = sheet.itinerary;
            if (itinerary != null) {
                courses.add(new PlacementRepository.Course(sheet.id(), itinerary, sheet.statedEnd));
            }
        });
        return courses;
    }

    private static List<Team> teams(List<SheetTeam> sheets) {
        List<Team> teams = new ArrayList<>();
        sheets.forEach(sheet -> {
            KnownTeam known = sheet.known;
            if (known != null) {
                teams.add(known.team());
            }
        });
        return teams;
    }

    private static TeamImportView view(
            TeamSheet sheet, TeamImportPlan plan, TeamImportView.Status status, @Nullable String token) {
        List<TeamImportView.Item> items = Stream.concat(
                        plan.begun.stream().map(team -> item(team, TeamImportView.What.BEGUN)),
                        plan.altered.stream().map(team -> item(team, TeamImportView.What.ALTERED)))
                .limit(LISTED)
                .toList();
        int touched = plan.begun.size() + plan.altered.size();
        return new TeamImportView(
                status,
                sheet.rows(),
                plan.begun.size(),
                plan.altered.size(),
                sheet.teams().size() - touched,
                plan.joined.size(),
                plan.alteredMembers.size(),
                plan.unchangedMembers,
                plan.erasedMembers,
                items,
                touched,
                token);
    }

    private static TeamImportView.Item item(SheetTeam sheet, TeamImportView.What what) {
        return new TeamImportView.Item(sheet.lines.getFirst(), sheet.id(), sheet.team.unitCode, sheet.team.name, what);
    }
}
