package vn.nhipso.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.insight.Insights;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Single measurements by their id, as far as a caller may see them. */
@ApplicationScoped
public class Measurements {

    private final MeasurementQuery query;
    private final Insights insights;

    Measurements(MeasurementQuery query, Insights insights) {
        this.query = query;
        this.insights = insights;
    }

    /** Fails with MEASUREMENT_NOT_FOUND, also where it waits for its first publication and the caller does not see that. */
    public PresentMeasurement find(String id, Caller caller) {
        PresentMeasurement present = query.find(MeasurementId.parse(id));
        if (present == null) {
            throw MeasurementId.notFound(id);
        }
        MeasurementView view = present.view();
        if (insights.covers(caller, view.unit(), view.period())) {
            return present.toInsiders();
        }
        if (!view.published()) {
            throw MeasurementId.notFound(id);
        }
        return present.toOthers();
    }

    /** As {@link #find}; fails with MEASUREMENT_WITHDRAWN where there is no value any more. */
    public PresentMeasurement findStanding(String id, Caller caller) {
        PresentMeasurement present = find(id, caller);
        if (present.withdrawn()) {
            throw new ProblemException(
                    IndicatorProblem.MEASUREMENT_WITHDRAWN,
                    Text.of(
                            "Số liệu %s đã được rút lại; xem các lần ghi của nó.",
                            "The measurement %s was withdrawn; see its revisions.", id));
        }
        return present;
    }
}
