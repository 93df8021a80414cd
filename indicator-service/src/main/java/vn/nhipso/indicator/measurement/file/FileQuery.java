package vn.nhipso.indicator.measurement.file;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.measurement.ingest.BatchQuery;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** What is said about a file beside it. */
public class FileQuery extends BatchQuery {

    static final String ASYNC = "respond-async";

    @QueryParam("numberFormat")
    @Nullable String numberFormat;

    @HeaderParam("Prefer")
    @Nullable String prefer;

    NumberFormat numberFormat() {
        String given = numberFormat;
        if (given == null) {
            throw new ProblemException(IndicatorProblem.NUMBER_FORMAT_MISSING, hint());
        }
        return NumberFormat.named(given).orElseThrow(() -> new ProblemException(KitProblem.INVALID_PARAMETER, hint()));
    }

    /** RFC 7240: preferences are words in a list, with or without parameters. */
    boolean isAsync() {
        return prefer != null
                && Arrays.stream(prefer.split("[,;]", -1)).map(String::strip).anyMatch(ASYNC::equalsIgnoreCase);
    }

    private static Text hint() {
        return new Text(
                "Nêu cách viết số của tệp: numberFormat=vi-VN (9.475 là chín nghìn bốn trăm bảy mươi lăm) hoặc numberFormat=plain.",
                "Say how the file writes numbers: numberFormat=vi-VN (9.475 is nine thousand) or numberFormat=plain.");
    }
}
