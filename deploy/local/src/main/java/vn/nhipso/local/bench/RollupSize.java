package vn.nhipso.local.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.local.stack.StackException;

/** How much is summed up in one line of the table: 50 indicators, month by month. */
public record RollupSize(String name, int provinces, int districts, int communes, int first, int last) {

    static final int INDICATORS = 50;

    private static final Map<String, RollupSize> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put("province", new RollupSize("a province, a year", 1, 12, 144, 2024, 2024));
        SIZES.put("five", new RollupSize("a province, five years", 1, 12, 144, 2020, 2024));
        SIZES.put("nation", new RollupSize("the nation, a year", 63, 705, 10_035, 2024, 2024));
    }

    /** Rows and indexes of figures, and of rollups twice while they are made anew, and what is written ahead of them. */
    private static final long BYTES_A_FIGURE = 1_500;

    private static final int MONTHS = 12;

    /** Those of that names, in the order of the table. */
    public static List<RollupSize> named(List<String> names) {
        if (!SIZES.keySet().containsAll(names)) {
            throw new StackException("--growth must be of " + String.join(",", SIZES.keySet()) + ".");
        }
        return SIZES.entrySet().stream()
                .filter(size -> names.contains(size.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    long figures() {
        return (long) communes * INDICATORS * MONTHS * (last - first + 1);
    }

    long diskBytes() {
        return figures() * BYTES_A_FIGURE;
    }

    String in(String sql) {
        return sql.replace("{provinces}", Integer.toString(provinces))
                .replace("{districts}", Integer.toString(districts))
                .replace("{communes}", Integer.toString(communes))
                .replace("{indicators}", Integer.toString(INDICATORS))
                .replace("{first}", Integer.toString(first))
                .replace("{last}", Integer.toString(last));
    }
}
