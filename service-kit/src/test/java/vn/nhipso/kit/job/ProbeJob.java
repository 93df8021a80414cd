package vn.nhipso.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** A kind of job for {@link JobResourceTest}: does what its parameter says. */
@ApplicationScoped
public class ProbeJob implements JobKind {

    static final Semaphore GO_ON = new Semaphore(0);

    @Override
    public String kind() {
        return "probe";
    }

    @Override
    @Transactional
    public void run(JobRun job) throws InterruptedException {
        job.progress("READING", 1, 4);
        switch (job.parameters(String.class)) {
            case "wait" -> {
                while (true) {
                    GO_ON.acquire();
                    job.progress("WAITING", 2, 4);
                }
            }
            case "fail" ->
                throw new ProblemException(KitProblem.CELL_INVALID, new Text("Sai.", "Wrong."))
                        .withErrors(List.of(
                                ProblemError.row(3, "/code", "CODE_MALFORMED", new Text("Mã sai.", "Bad code."))))
                        .with("errorCount", 1);
            default -> job.succeed(Map.of("rows", 3, "share", new BigDecimal("54.30")));
        }
    }
}
