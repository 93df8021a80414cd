package vn.nhipso.directory.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Reads versions out of the columns that every statement on units selects. */
public final class UnitRows {

    /** The columns, for a relation or alias named {@code u}. */
    public static final String COLUMNS =
            "u.unit_id, u.code, u.name, u.full_name, u.type, u.level, u.parent_code, lower(u.valid) AS valid_from,"
                    + " upper(u.valid) AS valid_to, u.begun_by, u.ended_by";

    private UnitRows() {}

    public static UnitVersion read(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        LocalDate first = from == null ? Validity.ALWAYS : from;
        return new UnitVersion(
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("type"),
                Level.valueOf(row.getString("level")),
                row.getString("parent_code"),
                new Validity(first, row.getObject("valid_to", LocalDate.class)),
                row.getObject("begun_by", UUID.class),
                row.getObject("ended_by", UUID.class));
    }
}
