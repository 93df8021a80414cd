package vn.nhipso.local.bench;

/** How much is summed up in one line of the table: 50 indicators, month by month. */
record RollupSize(String name, int provinces, int districts, int communes, int first, int last) {

    static final int INDICATORS = 50;
    static final RollupSize PROVINCE_YEAR = new RollupSize("a province, a year", 1, 12, 144, 2024, 2024);
    static final RollupSize FIVE_YEARS = new RollupSize("a province, five years", 1, 12, 144, 2020, 2024);
    static final RollupSize NATION = new RollupSize("the nation, a year", 63, 705, 10_035, 2024, 2024);

    String in(String sql) {
        return sql.replace("{provinces}", Integer.toString(provinces))
                .replace("{districts}", Integer.toString(districts))
                .replace("{communes}", Integer.toString(communes))
                .replace("{indicators}", Integer.toString(INDICATORS))
                .replace("{first}", Integer.toString(first))
                .replace("{last}", Integer.toString(last));
    }
}
