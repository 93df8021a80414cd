package vn.nhipso.indicator.finding;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.kit.period.Period;

/** Which findings to list; null is anything. */
public class FindingFilter {

    @QueryParam("unit")
    @Parameter(example = "87")
    @Nullable String unit;

    @QueryParam("within")
    @Parameter(
            description =
                    "The units in the subtree of this one, on the closing day of the period or today; those that it took over included",
            example = "87")
    @Nullable String within;

    @QueryParam("period")
    @Parameter(example = "2024-04-14")
    @Nullable Period period;

    @QueryParam("indicator")
    @Parameter(example = "DG04")
    @Nullable String indicator;

    @QueryParam("code")
    Oddity.@Nullable Code code;

    @QueryParam("severity")
    Oddity.@Nullable Severity severity;

    @QueryParam("state")
    FindingView.@Nullable State state;

    public FindingFilter() {}

    /** For cursors: they are bound to it. */
    String[] marks() {
        return Stream.of(unit, within, period, indicator, code, severity, state)
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    List<String> units() {
        return unit == null ? List.of() : List.of(unit);
    }

    List<String> periods() {
        return period == null ? List.of() : List.of(period.toString());
    }

    /** Column and value of what is asked for by its name. */
    List<Condition> conditions() {
        return Arrays.asList(
                new Condition("unit", unit),
                new Condition("period", period),
                new Condition("indicator", indicator),
                new Condition("code", code),
                new Condition("severity", severity),
                new Condition("state", state));
    }

    /** A column and what must stand in it, if anything. */
    record Condition(String column, @Nullable Object value) {}
}
