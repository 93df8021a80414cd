package vn.nhipso.indicator.measurement;

import org.jspecify.annotations.Nullable;

/**
 * One measurement as it is now.
 *
 * @param withdrawn whether the revision that stands took the value back
 * @param newest the highest revision the reader may see: the entity tag
 */
public record PresentMeasurement(
        MeasurementView view,
        boolean withdrawn,
        int newest,
        @Nullable WaitingView waiting) {

    /** With what waits. */
    PresentMeasurement toInsiders() {
        return new PresentMeasurement(view.with(waiting), withdrawn, newest, waiting);
    }

    /** As if nothing waited. */
    PresentMeasurement toOthers() {
        return new PresentMeasurement(view, withdrawn, view.revision(), null);
    }

    public String etag() {
        return Integer.toString(newest);
    }
}
