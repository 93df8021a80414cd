package vn.nhipso.indicator.measurement.ingest;

/** Somebody else has written the measurement since the caller read it. */
final class StaleEditException extends RuntimeException {

    StaleEditException() {
        super("stale", null, false, false);
    }
}
