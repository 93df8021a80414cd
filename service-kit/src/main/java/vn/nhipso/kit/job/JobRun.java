package vn.nhipso.kit.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.UUID;

/** A job while it runs. */
public interface JobRun {

    UUID id();

    /** The name of the user who submitted it. */
    String owner();

    /** What was submitted as parameters. */
    <T> T parameters(Class<T> type);

    /** The file that was submitted; it is this run's own and goes when the run ends. */
    Path input();

    /**
     * Says how far it is, and ends the run where it was cancelled or the service stops. Cheap: what is said is stored twice a second by another
     * thread.
     *
     * @param phase a word for what is being done, in UPPER_SNAKE_CASE
     * @param total 0 where it is not known
     * @throws JobStoppedException to be let through
     */
    void progress(String phase, long done, long total);

    /**
     * Ends the job in the running transaction: it has succeeded when, and only when, that commits.
     *
     * @param result answered as {@code result}
     * @throws JobStoppedException where the job was cancelled or another run has it; to be let through, so that the effect is rolled back
     */
    void succeed(Object result);

    /** As {@link #succeed(Object)}, for effects whose transaction is a connection's own. */
    void succeed(Connection transaction, Object result);
}
