package vn.nhipso.indicator.measurement;

import java.util.UUID;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The id of a measurement in a path. */
public final class MeasurementId {

    private MeasurementId() {}

    /** Fails with MEASUREMENT_NOT_FOUND: what is no id at all names nothing. */
    public static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound(id);
        }
    }

    public static ProblemException notFound(String id) {
        return new ProblemException(
                IndicatorProblem.MEASUREMENT_NOT_FOUND,
                Text.of("Không có số liệu %s.", "There is no measurement %s.", id));
    }
}
