package vn.nhipso.indicator.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.indicator.measurement.MeasurementView;
import vn.nhipso.indicator.measurement.revision.RevisionView;

/**
 * A published revision as the log has it.
 *
 * @param position its place in the feed
 * @param former what was published before it, where that was a value
 */
public record Change(
        long position,
        ChangeType type,
        Key key,
        MeasurementView measurement,
        @Nullable Former former,
        RevisionView.Why reason) {

    /** The published value before. */
    record Former(int revision, Content content, Instant recordedAt) {}
}
