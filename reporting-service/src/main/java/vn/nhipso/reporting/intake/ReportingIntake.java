package vn.nhipso.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhipso.kit.event.ReceivedEvent;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.intake.EventApplier;
import vn.nhipso.reporting.catalogue.CatalogueStore;
import vn.nhipso.reporting.catalogue.IndicatorDefined;
import vn.nhipso.reporting.catalogue.TargetSet;
import vn.nhipso.reporting.correction.Corrections;
import vn.nhipso.reporting.fact.FactStore;
import vn.nhipso.reporting.fact.MeasurementPublished;
import vn.nhipso.reporting.fact.MeasurementWithdrawn;
import vn.nhipso.reporting.registry.TeamChanged;
import vn.nhipso.reporting.registry.TeamStore;
import vn.nhipso.reporting.rollup.RollupRefresh;
import vn.nhipso.reporting.rollup.WorkTables;

/**
 * Applies a batch of events of teams, catalogue and measurements: the copies first, then the rollups that they move, all in the transaction of
 * the batch. Types that reports have no use for are passed over.
 */
@ApplicationScoped
public class ReportingIntake implements EventApplier {

    @Override
    public String consumer() {
        return "reporting";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topics.DIRECTORY_TEAMS, Topics.INDICATOR_CATALOGUE, Topics.INDICATOR_MEASUREMENTS);
    }

    @Override
    public void prepare(Connection transaction) throws SQLException {
        WorkTables.prepare(transaction);
        Corrections.prepare(transaction);
    }

    @Override
    public void apply(Connection transaction, List<ReceivedEvent> events) throws SQLException {
        List<IndicatorDefined> definitions = read(events, IndicatorDefined.TYPE, IndicatorDefined.class);
        if (definitions.isEmpty()) {
            Families.shareWithOthers(transaction);
        } else {
            Families.haveAlone(transaction);
        }
        RollupRefresh rollups = new RollupRefresh(transaction);
        List<TargetSet> targets = read(events, TargetSet.TYPE, TargetSet.class);
        List<ReceivedEvent> teams = of(events, TeamChanged.TYPE).toList();
        if (!targets.isEmpty() || !teams.isEmpty()) {
            Families.tellAll(transaction);
        }
        catalogue(transaction, rollups, definitions, targets);
        if (!teams.isEmpty()) {
            new TeamStore(transaction).store(teams);
        }
        List<MeasurementPublished> measurements =
                new ArrayList<>(read(events, MeasurementPublished.TYPE, MeasurementPublished.class));
        read(events, MeasurementWithdrawn.TYPE, MeasurementWithdrawn.class)
                .forEach(withdrawn -> measurements.add(withdrawn.asState()));
        if (!measurements.isEmpty()) {
            new FactStore(transaction).store(measurements);
            Corrections corrections = new Corrections(transaction);
            if (corrections.any()) {
                corrections.reasons(measurements);
                rollups.changes(corrections);
            } else {
                rollups.changes();
            }
        }
    }

    private static void catalogue(
            Connection transaction, RollupRefresh rollups, List<IndicatorDefined> definitions, List<TargetSet> targets)
            throws SQLException {
        CatalogueStore store = new CatalogueStore(transaction);
        if (!targets.isEmpty()) {
            store.storeTargets(targets);
        }
        if (!definitions.isEmpty()) {
            store.storeDefinitions(definitions);
            rollups.definitions(
                    definitions.stream().map(IndicatorDefined::code).distinct().toArray(String[]::new));
        }
    }

    private static Stream<ReceivedEvent> of(List<ReceivedEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type));
    }

    private static <T> List<T> read(List<ReceivedEvent> events, String type, Class<T> as) {
        return of(events, type).map(event -> event.as(as)).toList();
    }
}
