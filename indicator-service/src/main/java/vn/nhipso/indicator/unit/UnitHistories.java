package vn.nhipso.indicator.unit;

import java.util.List;
import java.util.Map;

/** What is known of a set of codes. */
public record UnitHistories(Map<String, UnitHistory> byCode) {

    /** Without versions for a code nobody has heard of. */
    public UnitHistory of(String code) {
        UnitHistory history = byCode.get(code);
        return history == null ? new UnitHistory(code, List.of()) : history;
    }
}
