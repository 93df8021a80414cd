package vn.nhipso.indicator.measurement.template;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.PeriodFormatException;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.web.Uploads;

/** Which form is asked for. */
public class TemplateQuery {

    private static final MediaType CSV = MediaType.valueOf(Uploads.CSV);

    @QueryParam("unit")
    @Parameter(required = true, description = "Whose figures", example = "870")
    @Nullable String unit;

    @QueryParam("period")
    @Parameter(required = true, description = "Either spelling of a period", example = "2022-H1")
    @Nullable String period;

    @QueryParam("indicator")
    @Parameter(description = "Only these; without any, all that are due in such a period", example = "DG01")
    List<String> indicator = List.of();

    @QueryParam("format")
    @Parameter(
            description = "Instead of `Accept`; a workbook where neither says",
            schema = @Schema(enumeration = {"xlsx", "csv"}))
    @Nullable String format;

    @QueryParam("numberFormat")
    @Parameter(
            description = "How numbers are written in CSV, and that it is sent back with",
            schema =
                    @Schema(
                            enumeration = {"vi-VN", "plain"},
                            defaultValue = "vi-VN"))
    @Nullable String numberFormat;

    String unit() {
        return required("unit", unit);
    }

    Period period() {
        try {
            return Period.parse(required("period", period));
        } catch (PeriodFormatException malformed) {
            throw invalid("period", malformed.text());
        }
    }

    List<String> indicators() {
        return indicator;
    }

    NumberFormat numberFormat() {
        String given = numberFormat == null ? NumberFormat.VI_VN.toString() : numberFormat;
        return NumberFormat.named(given)
                .orElseThrow(() -> invalid(
                        "numberFormat",
                        new Text("numberFormat là vi-VN hoặc plain.", "numberFormat is vi-VN or plain.")));
    }

    boolean isCsv(HttpHeaders headers) {
        String given = format;
        if (given == null) {
            return headers.getAcceptableMediaTypes().stream()
                    .anyMatch(type -> !type.isWildcardType() && type.isCompatible(CSV));
        }
        return switch (given) {
            case "csv" -> true;
            case "xlsx" -> false;
            default -> throw invalid("format", new Text("format là xlsx hoặc csv.", "format is xlsx or csv."));
        };
    }

    /** What stands in a header is no more than letters, digits, points and hyphens. */
    String fileName(boolean csv) {
        String name = "nhipso-" + unit() + "-" + period();
        return name.replaceAll("[^A-Za-z0-9.-]", "_") + (csv ? ".csv" : ".xlsx");
    }

    private static String required(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw invalid(name, Text.of("Thiếu tham số “%s”.", "The parameter \"%s\" is missing.", name));
        }
        return given;
    }

    private static ProblemException invalid(String name, Text detail) {
        return new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                .withErrors(List.of(ProblemError.at(name, KitProblem.INVALID_PARAMETER.name(), detail)));
    }
}
