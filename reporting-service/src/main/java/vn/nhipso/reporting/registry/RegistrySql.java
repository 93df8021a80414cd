package vn.nhipso.reporting.registry;

import java.util.Set;
import vn.nhipso.reporting.sql.SqlText;

/** The figures that the register makes by itself, in the form in which rollups take facts. */
public final class RegistrySql {

    /** Their codes. */
    public static final Set<String> INDICATORS = Set.of("REG-TEAMS", "REG-MEMBERS", "REG-HAMLETS", "REG-MEMBERS-100");

    public static final SqlText KEYS = SqlText.of(RegistrySql.class, "keys.sql");
    public static final SqlText FACTS = SqlText.of(RegistrySql.class, "facts.sql");

    private RegistrySql() {}
}
