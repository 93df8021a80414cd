package vn.nhipso.indicator.measurement.ingest;

/** Another run works on the delivery, or it is gone: this one has no effect any more. */
public final class StageLostException extends RuntimeException {

    StageLostException(String message) {
        super(message);
    }
}
