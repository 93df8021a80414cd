package vn.nhipso.directory.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;
import vn.nhipso.directory.unit.UnitRows;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.directory.unit.UnitView;
import vn.nhipso.directory.unit.Validity;

/** The edges at both ends of versions, with the units at their other end. */
@ApplicationScoped
public class NeighbourRepository {

    private static final String NEIGHBOURS =
            Sql.of(NeighbourRepository.class, "neighbours.sql").replace("{columns}", UnitRows.COLUMNS);

    private final Database database;

    NeighbourRepository(Database database) {
        this.database = database;
    }

    private record Row(Neighbours.Place place, RelativeView view) {}

    /** All around the versions, in one statement. */
    public Neighbours around(List<UnitVersion> versions) {
        List<UnitVersion> ended = versions.stream()
                .filter(version -> version.valid().to() != null)
                .toList();
        List<UnitVersion> begun = versions.stream()
                .filter(version -> !version.valid().from().equals(Validity.ALWAYS))
                .toList();
        List<Row> rows = database.list(
                NEIGHBOURS,
                NeighbourRepository::read,
                ended.stream().map(UnitVersion::code).toList(),
                ended.stream().map(version -> version.valid().to()).toList(),
                begun.stream().map(UnitVersion::code).toList(),
                begun.stream().map(version -> version.valid().from()).toList());
        Map<Neighbours.Place, List<RelativeView>> views = new HashMap<>();
        rows.forEach(row ->
                views.computeIfAbsent(row.place, place -> new ArrayList<>()).add(row.view));
        return new Neighbours(views);
    }

    private static Row read(ResultSet row) throws SQLException {
        UnitView unit = row.getString("code") == null ? null : UnitView.of(UnitRows.read(row));
        return new Row(
                new Neighbours.Place(
                        row.getString("asked_code"),
                        row.getObject("asked_day", LocalDate.class),
                        row.getBoolean("leaving")),
                new RelativeView(
                        unit,
                        Extent.valueOf(row.getString("area")),
                        Extent.valueOf(row.getString("population")),
                        row.getBigDecimal("share")));
    }
}
