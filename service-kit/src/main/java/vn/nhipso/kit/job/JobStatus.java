package vn.nhipso.kit.job;

/** Where a job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    boolean isFinished() {
        return this != QUEUED && this != RUNNING;
    }
}
