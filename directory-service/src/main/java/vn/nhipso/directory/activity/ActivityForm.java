package vn.nhipso.directory.activity;

import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;
import vn.nhipso.kit.problem.Text;

/** Reads an activity as sent. */
final class ActivityForm {

    private static final int MOST = 1_000_000;

    private ActivityForm() {}

    /** Without identity and revision. */
    static Activity read(RegisterActivity sent, Refusals refusals) {
        Activity activity = new Activity();
        activity.kind = sent.kind();
        activity.unitCode = sent.unit() == null ? "" : sent.unit();
        activity.name = CleanText.required(sent.name(), CleanText.NAME, "/name", refusals);
        activity.note = CleanText.note(sent.note(), "/note", refusals);
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        activity.validFrom = sent.from();
        activity.validTo = sent.to();
        activity.classes = between(sent.classes(), 1, "/classes", refusals);
        activity.participants = between(sent.participants(), 0, "/participants", refusals);
        return activity;
    }

    private static @Nullable Integer between(@Nullable Integer number, int least, String pointer, Refusals refusals) {
        if (number != null && (number < least || number > MOST)) {
            refusals.add(
                    pointer,
                    DirectoryProblem.NUMBER_OUT_OF_RANGE,
                    Text.of("Phải từ %d đến %d.", "It must be between %d and %d.", least, MOST));
        }
        return number;
    }
}
