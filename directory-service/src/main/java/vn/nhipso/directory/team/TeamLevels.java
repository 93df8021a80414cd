package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.unit.Level;

/** At which level teams work: what decides where they can go. */
@ApplicationScoped
public class TeamLevels {

    private static final String OF = "SELECT id, level FROM team WHERE id = ANY (?::uuid[])";

    private final Database database;

    TeamLevels(Database database) {
        this.database = database;
    }

    /** Of those that are recorded. */
    public Map<UUID, Level> of(Collection<UUID> teams) {
        return database
                .list(
                        OF,
                        row -> Map.entry(row.getObject("id", UUID.class), Level.valueOf(row.getString("level"))),
                        List.copyOf(teams))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
