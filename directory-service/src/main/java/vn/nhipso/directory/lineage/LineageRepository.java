package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.Hierarchy;
import vn.nhipso.directory.unit.UnitRepository;

/** The recorded edges, and as much of the graph as a walk needs. */
@ApplicationScoped
public class LineageRepository {

    private static final String NOW = "lineage_edge";
    private static final String AS_OF = "lineage_edge_as_of(?::timestamptz)";
    private static final String ONWARD = Sql.of(LineageRepository.class, "edges-onward.sql");
    private static final String BACKWARD = Sql.of(LineageRepository.class, "edges-backward.sql");

    private final Database database;
    private final UnitRepository units;

    LineageRepository(Database database, UnitRepository units) {
        this.database = database;
        this.units = units;
    }

    /** All that can be reached from the codes after a day, as it is known now. */
    public LineageWalk onward(Collection<String> codes, LocalDate after) {
        return onward(codes, after, null);
    }

    /** All that can be reached from the codes after a day, as known at a moment; null for now. */
    LineageWalk onward(Collection<String> codes, LocalDate after, @Nullable Instant asOf) {
        return walk(codes, edges(ONWARD, codes, after, asOf), asOf);
    }

    /** All from which the code can be reached by a day, as known at a moment; null for now. */
    LineageWalk backward(String code, LocalDate until, @Nullable Instant asOf) {
        return walk(List.of(code), edges(BACKWARD, List.of(code), until, asOf), asOf);
    }

    private List<LineageEdge> edges(String sql, Collection<String> codes, LocalDate day, @Nullable Instant asOf) {
        return asOf == null
                ? database.list(sql.replace("{edges}", NOW), LineageRepository::read, List.copyOf(codes), day)
                : database.list(sql.replace("{edges}", AS_OF), LineageRepository::read, asOf, List.copyOf(codes), day);
    }

    private LineageWalk walk(Collection<String> codes, List<LineageEdge> edges, @Nullable Instant asOf) {
        TreeSet<String> named = new TreeSet<>(codes);
        edges.forEach(edge -> {
            named.add(edge.from());
            if (edge.to() != null) {
                named.add(edge.to());
            }
        });
        return new LineageWalk(new Hierarchy(units.versions(named, asOf)), edges);
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
