package vn.nhipso.indicator.finding.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import vn.nhipso.indicator.SqlResource;
import vn.nhipso.indicator.check.JumpMethod;
import vn.nhipso.indicator.check.OutlierMethod;
import vn.nhipso.indicator.finding.comparison.Methods;
import vn.nhipso.kit.event.EventJson;

/** The list of rules, which is a document, with the settings of this service. */
@Singleton
class CheckRules {

    private final List<CheckRule> all;

    CheckRules(Methods methods) {
        all = written().stream()
                .map(rule -> rule.with(parameters(rule.code(), methods)))
                .toList();
    }

    List<CheckRule> all() {
        return all;
    }

    /** A rule as the document has it. */
    private record Written(
            String code,
            CheckRule.Severity severity,
            CheckRule.Method method,
            CheckRule.Example accepted,
            CheckRule.Example rejected) {

        CheckRule with(List<CheckRule.Parameter> parameters) {
            return new CheckRule(
                    code, severity, severity == CheckRule.Severity.ERROR, method, parameters, accepted, rejected);
        }
    }

    private static List<Written> written() {
        try {
            return EventJson.mapper()
                    .readValue(
                            SqlResource.load(CheckRules.class, "check-rules.json"),
                            new TypeReference<List<Written>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<CheckRule.Parameter> parameters(String code, Methods methods) {
        return switch (code) {
            case "JUMP" -> {
                JumpMethod jump = methods.jump();
                yield List.of(
                        parameter("jump", "points", jump.points()),
                        parameter("jump", "factor", jump.factor()),
                        parameter("jump", "least", jump.least()));
            }
            case "OUTLIER" -> {
                OutlierMethod outlier = methods.outlier();
                yield List.of(
                        parameter("outlier", "siblings", BigDecimal.valueOf(outlier.siblings())),
                        parameter("outlier", "score", outlier.score()),
                        parameter("outlier", "points", outlier.points()),
                        parameter("outlier", "factor", outlier.factor()),
                        parameter("outlier", "least", outlier.least()));
            }
            default -> List.of();
        };
    }

    private static CheckRule.Parameter parameter(String rule, String name, BigDecimal value) {
        return new CheckRule.Parameter(name, value, "nhipso.checks." + rule + "." + name);
    }
}
