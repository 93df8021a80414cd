package vn.nhipso.indicator.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** The ETag of a finding: its revision, and the language in which it was answered. Only the revision is compared. */
final class FindingTag {

    private FindingTag() {}

    static String of(Finding finding, Locale language) {
        return finding.revision() + "-" + language.getLanguage();
    }

    static @Nullable String revision(@Nullable String ifMatch) {
        return ifMatch == null ? null : ifMatch.strip().replaceFirst("^\"([0-9]+)-[a-z]+\"$", "$1");
    }

    static String required(@Nullable String ifMatch) {
        String revision = revision(ifMatch);
        if (revision == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text("Gửi If-Match với ETag của phát hiện.", "Send If-Match with the ETag of the finding."));
        }
        return revision;
    }
}
