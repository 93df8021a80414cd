package vn.nhipso.local.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The legal act that makes a list; what is blank or absent is not said. */
public record Act(String number, String issuer, @Nullable LocalDate issuedOn) {

    public static Act of(String number, String issuer) {
        return new Act(number, issuer, null);
    }

    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        query.put("act", number);
        query.put("issuer", issuer);
        query.put("issuedOn", issuedOn == null ? "" : issuedOn.toString());
        return query;
    }
}
