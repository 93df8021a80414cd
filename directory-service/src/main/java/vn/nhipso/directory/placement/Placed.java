package vn.nhipso.directory.placement;

/** What has stays. The names are those of its tables. */
public enum Placed {
    TEAM("team"),
    COMMITTEE("committee");

    private final String table;

    Placed(String table) {
        this.table = table;
    }

    /** Fills the table's name into a statement. */
    String in(String statement) {
        return statement.replace("{table}", table);
    }
}
