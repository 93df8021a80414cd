package vn.nhipso.reporting.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import vn.nhipso.reporting.sql.SqlText;

/** The figures that the register makes by itself, in the form in which rollups take facts. */
public final class RegistrySql {

    /** Their codes. */
    public static final Set<String> INDICATORS = Set.of("REG-TEAMS", "REG-MEMBERS", "REG-HAMLETS", "REG-MEMBERS-100");

    public static final SqlText KEYS = SqlText.of(RegistrySql.class, "keys.sql");
    public static final SqlText FACTS = SqlText.of(RegistrySql.class, "facts.sql");

    private static final String SPEAKS =
            SqlText.of(RegistrySql.class, "speaks.sql").text();

    private RegistrySql() {}

    /** Whether there is anything to make figures of: where the register is silent nothing needs to be made. */
    public static boolean speaks(Connection connection, Collection<String> units) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SPEAKS)) {
            Array codes = connection.createArrayOf("text", units.toArray());
            select.setArray(1, codes);
            select.setArray(2, codes);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
