package vn.nhipso.kit.job;

/**
 * A kind of work, an {@code @ApplicationScoped} bean of a service. A job whose process dies is run again from its beginning, so its effect and
 * {@link JobRun#succeed} belong into one transaction.
 */
public interface JobKind {

    /** Its name in the API, in lower-case words with hyphens; never renamed while such jobs are queued. */
    String kind();

    /** Whether jobs of this kind run one at a time, over all replicas and in the order of their submission. */
    default boolean alone() {
        return true;
    }

    /**
     * Does the work. A ProblemException fails the job with its code and errors; what stands behind a database that is away for the moment is tried
     * again; anything else fails it with INTERNAL_ERROR. A job that returns without {@link JobRun#succeed} has succeeded without a result.
     */
    void run(JobRun job) throws Exception;
}
