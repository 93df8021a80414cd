package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.time.VietnamTime;

/** Whether all teams of a file are in the caller's subtree: one question for those of today's tree, one each for others. */
@ApplicationScoped
class SheetRights {

    private static final String SUBTREE = Sql.of(SheetRights.class, "subtree-units.sql");

    private final Territory territory;
    private final PersonRights persons;
    private final Database database;
    private final Clock clock;

    SheetRights(Territory territory, PersonRights persons, Database database, Clock clock) {
        this.territory = territory;
        this.persons = persons;
        this.database = database;
        this.clock = clock;
    }

    private record Below(String code, UUID unit) {}

    /** What is asked of each known team once for all that are in the same place. */
    private record Place(Stay last, boolean persons) {}

    /** Fails with FORBIDDEN where a unit named is outside. */
    void require(List<SheetTeam> teams, Caller caller) {
        if (caller.unit().equals(UnitCode.ROOT)) {
            return;
        }
        Set<UUID> covered = new HashSet<>();
        subtree(caller).forEach(below -> covered.add(below.unit()));
        for (SheetTeam team : teams) {
            UnitOfEntry.Entry entry = team.entry;
            if (entry != null && !covered.contains(entry.unit().unitId())) {
                territory.require(caller, entry.unit().code(), entry.day());
                covered.add(entry.unit().unitId());
            }
        }
    }

    /**
     * Fails with FORBIDDEN where a recorded team that a row means is elsewhere by now, or where a row carries a member of one whose members
     * the caller may not see: what becomes of such a row would tell who they are.
     */
    void requireKnown(List<SheetTeam> teams, Caller caller) {
        if (caller.unit().equals(UnitCode.ROOT) && caller.has(Roles.STEWARD)) {
            return;
        }
        LocalDate today = VietnamTime.today(clock);
        Set<String> below = new HashSet<>();
        subtree(caller).forEach(unit -> below.add(unit.code()));
        Set<Place> allowed = new HashSet<>();
        for (SheetTeam team : teams) {
            KnownTeam known = team.known;
            if (known == null) {
                continue;
            }
            Stay last = known.stays().getLast();
            boolean carriesMembers = !team.members.isEmpty();
            boolean plainlyInside = last.nearest(today).equals(today)
                    && below.contains(last.unit())
                    && (!carriesMembers || caller.has(Roles.STEWARD));
            if (!plainlyInside && allowed.add(new Place(last, carriesMembers))) {
                persons.requireEdit(caller, known.stays());
                if (carriesMembers) {
                    persons.requireSee(caller, known.stays());
                }
            }
        }
    }

    private List<Below> subtree(Caller caller) {
        return database.list(
                SUBTREE,
                row -> new Below(row.getString("code"), row.getObject("unit_id", UUID.class)),
                VietnamTime.today(clock),
                caller.unit());
    }
}
