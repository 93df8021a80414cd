package vn.nhipso.reporting.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.intake.Watermark;
import vn.nhipso.kit.period.Period;
import vn.nhipso.reporting.catalogue.Level;
import vn.nhipso.reporting.explanation.ExplanationView.Missing;
import vn.nhipso.reporting.hierarchy.UnitAt;
import vn.nhipso.reporting.hierarchy.UnitLookup;
import vn.nhipso.reporting.known.KnownMoments;
import vn.nhipso.reporting.rollup.Answering;
import vn.nhipso.reporting.rollup.Basis;
import vn.nhipso.reporting.rollup.RestatedAnswers;
import vn.nhipso.reporting.rollup.RestatedAnswers.Placed;
import vn.nhipso.reporting.rollup.Restating;
import vn.nhipso.reporting.rollup.RollupAnswers;
import vn.nhipso.reporting.rollup.RollupItem;
import vn.nhipso.reporting.rollup.RollupTree;
import vn.nhipso.reporting.rollup.RollupView;
import vn.nhipso.reporting.rollup.RollupViews;
import vn.nhipso.reporting.rollup.Scope;

/** Answers where a figure comes from, from the same state of the database as the figure itself. */
@ApplicationScoped
public class ExplanationService {

    private final Answering answering;
    private final Clock clock;

    ExplanationService(Answering answering, Clock clock) {
        this.answering = answering;
        this.clock = clock;
    }

    /** A number to be explained. */
    record Asked(
            String indicator,
            String unit,
            Period period,
            Scope scope,
            @Nullable LocalDate validAt,
            @Nullable Instant asOf) {}

    ExplanationView explain(Asked asked, List<String> minSequence) {
        return answering.read(
                minSequence, asked.asOf(), (connection, watermark) -> explain(connection, watermark, asked));
    }

    private ExplanationView explain(Connection connection, Watermark watermark, Asked asked) throws SQLException {
        LocalDate today = KnownMoments.today(asked.asOf(), clock);
        RollupItem item = item(connection, asked, today);
        LocalDate validAt = Objects.requireNonNullElse(asked.validAt(), item.closes());
        RollupView rollup = RollupViews.of(item, asked.scope(), validAt, asked.asOf(), today)
                .at(watermark);
        Restating restating = item.restating();
        Trace trace = restating != null && restating.summed()
                ? restated(connection, asked, item, validAt, today)
                : Trace.of(connection, asked.indicator(), asked.period(), unit(item), asked.scope(), today);
        return new ExplanationView(
                rollup,
                trace.contributions(),
                missing(rollup, trace),
                trace.excluded(),
                RollupTree.RULE_VERSION,
                trace.definitionVersion(),
                validAt);
    }

    private static RollupItem item(Connection connection, Asked asked, LocalDate today) throws SQLException {
        List<String> indicators = List.of(asked.indicator());
        List<Period> periods = List.of(asked.period());
        List<String> units = List.of(asked.unit());
        return (asked.validAt() == null
                        ? new RollupAnswers(connection, today).of(indicators, periods, units)
                        : new RestatedAnswers(connection, today).of(indicators, periods, units, asked.validAt()))
                .getFirst();
    }

    /** The code under which its facts were published: another one where the unit only changed its code. */
    private static String unit(RollupItem item) {
        Restating restating = item.restating();
        return restating == null || restating.same() == null ? item.unit().code() : restating.same();
    }

    private static Trace restated(
            Connection connection, Asked asked, RollupItem item, LocalDate validAt, LocalDate today)
            throws SQLException {
        Restating restating = Objects.requireNonNull(item.restating());
        Map<String, UnitAt> silent = new UnitLookup(connection).at(restating.missing(), item.closes());
        Lack reason = item.closes().isBefore(today) ? Lack.MISSING : Lack.NOT_DUE;
        List<Placed> placed = RestatedTrace.placed(connection, item, asked.scope(), validAt, today);
        RestatedTrace entered = RestatedTrace.of(
                connection, item, asked.scope(), item.basis(asked.scope()) == Basis.NONE ? List.of() : placed);
        return new Trace(
                entered.contributions(),
                silent.values().stream()
                        .map(unit -> new Missing(unit.code(), unit.name(), Level.of(unit.level()), reason))
                        .toList(),
                RestatedExclusions.of(connection, item, placed, entered, today),
                item.closes(),
                item.definition().version());
    }

    /** A unit that says nothing of itself may speak for others: asked for its OWN figure it is missing all the same. */
    private static List<Missing> missing(RollupView rollup, Trace trace) {
        boolean silent = rollup.scope() == Scope.OWN
                && rollup.basis() == Basis.NONE
                && trace.missing().isEmpty();
        if (!silent || rollup.absence() == null || rollup.absence().equals("NOT_EXPECTED")) {
            return trace.missing();
        }
        return List.of(new Missing(
                rollup.unit().code(), rollup.unit().name(), rollup.unit().level(), Lack.valueOf(rollup.absence())));
    }
}
