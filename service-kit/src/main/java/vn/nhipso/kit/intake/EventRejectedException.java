package vn.nhipso.kit.intake;

/** This event can never be applied; the message is the cause that stands with the dead letter. */
public class EventRejectedException extends RuntimeException {

    public EventRejectedException(String cause) {
        super(cause);
    }
}
