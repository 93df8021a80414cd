package vn.nhipso.directory.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;

/** Reads whole edges, with what they rest on. */
final class EdgeRows {

    private EdgeRows() {}

    static LineageEdge read(ResultSet row) throws SQLException {
        return new LineageEdge(
                row.getString("from_code"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("to_code"),
                Extent.valueOf(row.getString("area")),
                Extent.valueOf(row.getString("population")),
                row.getBigDecimal("share"),
                row.getString("instrument"),
                row.getString("note"));
    }
}
