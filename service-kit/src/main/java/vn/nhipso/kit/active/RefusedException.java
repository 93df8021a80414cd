package vn.nhipso.kit.active;

/** A duty will not be done before somebody has changed something; the service is not ready until it is started again. */
public class RefusedException extends RuntimeException {

    public RefusedException(String message) {
        super(message);
    }
}
