package vn.nhipso.directory.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.nhipso.directory.storage.Database;

/** The teams, edited one at a time. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<Team, UUID> {

    private static final String LIKENESS = "SELECT id FROM team WHERE unit_id = ? AND kind = ?"
            + " AND lower(name) = lower(?) AND valid_from IS NOT DISTINCT FROM ?::date AND id IS DISTINCT FROM ?::uuid";

    private final Database database;

    TeamRepository(Database database) {
        this.database = database;
    }

    /** For an edit: whoever else edits the team waits. The team must not have been read in this transaction before. */
    Optional<Team> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The code it was entered with, read without the team itself. */
    Optional<String> unitCode(UUID id) {
        return database.find("SELECT unit_code FROM team WHERE id = ?", row -> row.getString("unit_code"), id);
    }

    void require(UUID id) {
        if (unitCode(id).isEmpty()) {
            throw TeamService.notFound(id);
        }
    }

    /** Who edited it last and when, where SQL has written the rest. */
    void stamp(UUID id, Instant moment, String by) {
        database.update("UPDATE team SET recorded_at = ?, recorded_by = ? WHERE id = ?", moment, by, id);
    }

    /** Another team of the same unit, kind, name and first day. */
    Optional<UUID> likeness(Team team) {
        return database.find(
                LIKENESS,
                row -> row.getObject("id", UUID.class),
                team.unitId,
                team.kind,
                team.name,
                team.validFrom,
                team.id);
    }
}
