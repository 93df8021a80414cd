package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.unit.UnitRows;
import vn.nhipso.directory.unit.UnitView;

/** The edges of one day, with the units at their other end. */
@ApplicationScoped
public class NeighbourRepository {

    private static final String OUT_OF = "SELECT e.area, e.population, e.share, e.to_code AS other, " + UnitRows.COLUMNS
            + " FROM lineage_edge e LEFT JOIN unit_version u ON u.code = e.to_code AND u.valid @> e.effective_on"
            + " WHERE e.from_code = ? AND e.effective_on = ? ORDER BY e.to_code";
    private static final String INTO = "SELECT e.area, e.population, e.share, e.from_code AS other, " + UnitRows.COLUMNS
            + " FROM lineage_edge e JOIN unit_version u ON u.code = e.from_code AND u.valid @> (e.effective_on - 1)"
            + " WHERE e.to_code = ? AND e.effective_on = ? ORDER BY e.from_code";

    private final Database database;

    NeighbourRepository(Database database) {
        this.database = database;
    }

    /** Where the units that bore the code until the day before went. */
    public List<RelativeView> outOf(String code, LocalDate on) {
        return database.list(OUT_OF, NeighbourRepository::read, code, on);
    }

    /** What came on that day into the unit that bears the code since. */
    public List<RelativeView> into(String code, LocalDate on) {
        return database.list(INTO, NeighbourRepository::read, code, on);
    }

    private static RelativeView read(ResultSet row) throws SQLException {
        UnitView unit = row.getString("code") == null ? null : UnitView.of(UnitRows.read(row));
        return new RelativeView(
                unit,
                Extent.valueOf(row.getString("area")),
                Extent.valueOf(row.getString("population")),
                row.getBigDecimal("share"));
    }
}
