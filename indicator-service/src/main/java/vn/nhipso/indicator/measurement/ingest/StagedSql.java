package vn.nhipso.indicator.measurement.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement over rows that are given as arrays, in two halves: one that keeps the rows, and one that works on what was kept. Both take their
 * parameters in the order of the whole: first the rows (or the stage that keeps them), then the rest.
 */
final class StagedSql {

    private static final Pattern GIVEN = Pattern.compile("SELECT \\* FROM unnest\\(([^)]*)\\)\\s+AS g \\(([^)]*)\\)");

    private final String keep;
    private final String write;

    private StagedSql(String keep, String write) {
        this.keep = keep;
        this.write = write;
    }

    static StagedSql of(String statement, String kind) {
        Matcher given = GIVEN.matcher(statement);
        if (!given.find()) {
            throw new IllegalArgumentException("the statement has no rows given as arrays");
        }
        String[] types = given.group(1).split(",", -1);
        String[] names = given.group(2).split(",", -1);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(
                    names[i].strip() + " " + types[i].strip().replace("?::", "").replace("[]", ""));
        }
        String kept = "SELECT g.* FROM measurement_stage_plan p CROSS JOIN LATERAL jsonb_to_record(p.plan) AS g ("
                + String.join(", ", columns) + ") WHERE p.stage = ? AND p.kind = '" + kind + "'";
        return new StagedSql(
                "WITH given AS (" + given.group() + ") INSERT INTO measurement_stage_plan (kind, plan, stage) SELECT '"
                        + kind + "', to_jsonb(given), ? FROM given",
                statement.substring(0, given.start()) + kept + statement.substring(given.end()));
    }

    String keep() {
        return keep;
    }

    String write() {
        return write;
    }
}
