package vn.nhipso.indicator.check;

import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.Text;

/** A figure of another period than the one in which a report is due: accepted, and said. */
final class OffFrequency {

    private OffFrequency() {}

    static @Nullable Oddity oddity(Definition definition, Period period) {
        return definition.frequency().asks(period.kind(), definition.nature())
                ? null
                : Oddity.of(
                        Oddity.Code.OFF_FREQUENCY,
                        Text.of(
                                "Kỳ %s không phải kỳ báo cáo của %s (%s).",
                                "%s is not a period in which %s is due (%s).",
                                period,
                                definition.code(),
                                definition.frequency()));
    }
}
