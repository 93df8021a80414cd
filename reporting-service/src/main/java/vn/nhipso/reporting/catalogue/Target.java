package vn.nhipso.reporting.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.period.Period;

/** What is to be reached, by when. */
public record Target(
        String indicator,
        String id,
        String unit,
        Period period,
        Comparator comparator,
        BigDecimal value,
        int marks,
        @Nullable JsonNode document,
        @Nullable String assignedBy) {

    /** From which side it is reached. */
    public enum Comparator {
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        public static Comparator of(String sign) {
            return sign.equals(AT_LEAST.sign) ? AT_LEAST : AT_MOST;
        }

        public String sign() {
            return sign;
        }
    }
}
