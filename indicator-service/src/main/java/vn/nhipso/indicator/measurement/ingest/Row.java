package vn.nhipso.indicator.measurement.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.check.Candidate;
import vn.nhipso.indicator.check.Rejection;
import vn.nhipso.indicator.finding.Recorded;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/** A row on its way through the steps of an ingest: read, resolved, then judged over what stands (again, when somebody came between). */
public final class Row {

    private final BatchItem item;
    private final List<ProblemError> errors;
    private List<ProblemError> verdict = List.of();
    private @Nullable Candidate candidate;
    private @Nullable Key key;
    private @Nullable Row first;
    private List<Integer> contradicted = List.of();
    private Outcome outcome = Outcome.REJECTED;
    private List<Recorded> findings = List.of();
    private int revision;
    private boolean bringsEvidence;
    private boolean silent;

    public Row(BatchItem item) {
        this.item = item;
        this.errors = new ArrayList<>(item.errors());
    }

    public BatchItem item() {
        return item;
    }

    public List<ProblemError> errors() {
        return errors.isEmpty() ? verdict : errors;
    }

    /** Whether it could be read and resolved, and may be judged. */
    boolean isResolved() {
        return errors.isEmpty() && candidate != null;
    }

    boolean isReadable() {
        return errors.isEmpty();
    }

    public boolean isForbidden() {
        return errors.stream().anyMatch(error -> error.code().equals(IndicatorProblem.UNIT_OUTSIDE_RIGHTS.name()));
    }

    void reject(IndicatorProblem code, String field, Text detail) {
        errors.add(error(code, field, detail));
    }

    void resolved(Candidate found, Key naturalKey) {
        candidate = found;
        key = naturalKey;
    }

    @Nullable Candidate candidate() {
        return candidate;
    }

    @Nullable Key key() {
        return key;
    }

    /** The earlier row that says the same; this one only repeats it. */
    @Nullable Row first() {
        return first;
    }

    void repeats(Row earlier) {
        first = earlier;
    }

    /** The first lines of a delivery that say different things of its key. */
    List<Integer> contradicted() {
        return contradicted;
    }

    void contradicts(List<Integer> lines) {
        contradicted = lines;
    }

    public boolean namesUnknownUnit() {
        return errors.stream().anyMatch(error -> error.code().equals(IndicatorProblem.UNIT_UNKNOWN.name()));
    }

    void judge(List<Rejection> rejections, Outcome otherwise) {
        verdict = rejections.stream()
                .map(rejection -> error(rejection.code(), rejection.field(), rejection.detail()))
                .toList();
        outcome = rejections.isEmpty() ? otherwise : Outcome.REJECTED;
    }

    public Outcome outcome() {
        return errors().isEmpty() ? outcome : Outcome.REJECTED;
    }

    /** The newest revision of its key, this one included; 0 when it was not judged. */
    int revision() {
        return revision;
    }

    void isRevision(int newest) {
        revision = newest;
    }

    /** Whether it cites a file that its measurement did not cite before. */
    boolean bringsEvidence() {
        return bringsEvidence;
    }

    void bringsEvidence(boolean anew) {
        bringsEvidence = anew;
    }

    /** Whether it takes back what was never published: then nobody is told, whoever says it. */
    boolean isSilent() {
        return silent;
    }

    void isSilent(boolean untold) {
        silent = untold;
    }

    public List<Recorded> findings() {
        return findings;
    }

    void found(List<Recorded> recorded) {
        findings = recorded;
    }

    private ProblemError error(IndicatorProblem code, String field, Text detail) {
        return ProblemError.row(item.row(), item.pointer(field), code.name(), detail);
    }
}
