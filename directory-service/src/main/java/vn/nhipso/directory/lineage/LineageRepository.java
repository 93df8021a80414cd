package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitRepository;

/** The recorded edges, and as much of the graph as a walk needs. */
@ApplicationScoped
public class LineageRepository {

    private static final String ONWARD = Sql.of(LineageRepository.class, "edges-onward.sql");
    private static final String BACKWARD = Sql.of(LineageRepository.class, "edges-backward.sql");

    private final Database database;
    private final UnitRepository units;

    LineageRepository(Database database, UnitRepository units) {
        this.database = database;
        this.units = units;
    }

    /** All that can be reached from the codes after a day. */
    public LineageWalk onward(Collection<String> codes, LocalDate after) {
        return walk(codes, database.list(ONWARD, LineageRepository::read, List.copyOf(codes), after));
    }

    /** All from which the code can be reached by a day. */
    public LineageWalk backward(String code, LocalDate until) {
        return walk(List.of(code), database.list(BACKWARD, LineageRepository::read, List.of(code), until));
    }

    private LineageWalk walk(Collection<String> codes, List<LineageEdge> edges) {
        TreeSet<String> named = new TreeSet<>(codes);
        edges.forEach(edge -> {
            named.add(edge.from());
            if (edge.to() != null) {
                named.add(edge.to());
            }
        });
        return new LineageWalk(new Hierarchy(units.versions(named)), edges);
    }

    private static LineageEdge read(ResultSet row) throws SQLException {
        return new LineageEdge(
                row.getString("from_code"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("to_code"),
                Extent.valueOf(row.getString("area")),
                Extent.valueOf(row.getString("population")),
                row.getBigDecimal("share"));
    }
}
