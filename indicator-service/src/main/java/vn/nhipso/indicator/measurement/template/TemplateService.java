package vn.nhipso.indicator.measurement.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.check.Checks;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.DefinitionVersions;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Scope;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.indicator.unit.UnitHistory;
import vn.nhipso.indicator.unit.UnitVersion;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Works out which figures a unit has to fill in. */
@ApplicationScoped
class TemplateService {

    private final TemplateStore store;
    private final Definitions definitions;
    private final Units units;
    private final Insights insights;
    private final Caller caller;
    private final Clock clock;

    TemplateService(
            TemplateStore store, Definitions definitions, Units units, Insights insights, Caller caller, Clock clock) {
        this.store = store;
        this.definitions = definitions;
        this.units = units;
        this.insights = insights;
        this.caller = caller;
        this.clock = clock;
    }

    /** One row for each indicator and scope; without indicators for all that are due in such a period. */
    List<TemplateRow> rows(String unit, Period period, Collection<String> indicators, Locale language) {
        Map<String, TemplateStore.Name> names = store.names(indicators);
        indicators.stream().filter(code -> !names.containsKey(code)).findFirst().ifPresent(code -> {
            throw new ProblemException(
                    IndicatorProblem.INDICATOR_NOT_FOUND,
                    Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code));
        });
        UnitHistory history = units.find(List.of(unit)).of(unit);
        requireRights(unit, history, period);
        Map<Key, Content> present = store.present(unit, period.toString(), names.keySet(), !caller.mayPublish());
        List<TemplateRow> rows = new ArrayList<>();
        Map<String, DefinitionVersions> versions = definitions.versions(names.keySet());
        names.forEach((code, name) -> {
            DefinitionVersions version = versions.get(code);
            if (version != null && (!indicators.isEmpty() || isDue(version.of(period), period))) {
                String shown = language.getLanguage().equals("en") ? name.en() : name.vi();
                rows.addAll(rows(version.of(period), history, period, shown, present));
            }
        });
        return rows;
    }

    private List<TemplateRow> rows(
            Definition definition, UnitHistory history, Period period, String name, Map<Key, Content> present) {
        List<TemplateRow> rows = new ArrayList<>();
        LocalDate today = VietnamTime.today(clock);
        for (Scope scope : Scope.values()) {
            Candidate candidate = Candidate.of(definition, history, period, scope, Content.NOTHING, today);
            UnitVersion version = candidate.unit();
            if (version != null && candidate.scope() == scope && isToBeFilled(candidate)) {
                Key key = new Key(version.code(), period.toString(), definition.code(), scope);
                rows.add(new TemplateRow(
                        definition.code(),
                        name,
                        definition.unitOfMeasure(),
                        version.code(),
                        version.name(),
                        period.toString(),
                        scope,
                        present.get(key)));
            }
        }
        return rows;
    }

    private static boolean isDue(Definition definition, Period period) {
        return definition.frequency().asks(period.kind(), definition.nature());
    }

    /** Whether nothing is wrong with it but that it says nothing yet. */
    private static boolean isToBeFilled(Candidate candidate) {
        return Checks.rejections(candidate).stream()
                .allMatch(rejection -> rejection.code() == IndicatorProblem.WRONG_SHAPE);
    }

    private void requireRights(String unit, UnitHistory history, Period period) {
        LocalDate day = period.end();
        if (history.versions().stream()
                .noneMatch(version -> !version.validFrom().isAfter(day))) {
            throw new ProblemException(
                    KitProblem.NOT_FOUND,
                    Text.of("Không có đơn vị %s vào ngày %s.", "There is no unit %s on %s.", unit, day));
        }
        if (!insights.covers(caller, unit, period.toString())) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of("Đơn vị %s không thuộc phạm vi của bạn.", "Unit %s is not within your rights.", unit));
        }
    }
}
