package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.placement.UnitOfEntry;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Whether all teams of a file are in the caller's subtree: one question for those of today's tree, one each for others. */
@ApplicationScoped
class SheetRights {

    private static final String SUBTREE = Sql.of(SheetRights.class, "subtree-units.sql");

    private final Territory territory;
    private final Database database;
    private final Clock clock;

    SheetRights(Territory territory, Database database, Clock clock) {
        this.territory = territory;
        this.database = database;
        this.clock = clock;
    }

    /** Fails with FORBIDDEN. */
    void require(List<SheetTeam> teams, Caller caller) {
        if (caller.unit().equals(UnitCode.ROOT)) {
            return;
        }
        Set<UUID> covered = new HashSet<>(database.list(
                SUBTREE, row -> row.getObject("unit_id", UUID.class), VietnamTime.today(clock), caller.unit()));
        for (SheetTeam team : teams) {
            UnitOfEntry.Entry entry = team.entry;
            if (entry != null && !covered.contains(entry.unit().unitId())) {
                territory.require(caller, entry.unit().code(), entry.day());
                covered.add(entry.unit().unitId());
            }
        }
    }
}
