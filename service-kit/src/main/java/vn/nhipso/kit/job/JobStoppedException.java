package vn.nhipso.kit.job;

/** Ends a run that is no longer wanted: the job was cancelled, the service stops, or another run has taken the job. */
public final class JobStoppedException extends RuntimeException {

    JobStoppedException(String message) {
        super(message);
    }
}
