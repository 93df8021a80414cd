package vn.nhipso.directory.committee;

import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.Spans;

/** Reads a committee as sent. */
final class CommitteeForm {

    private CommitteeForm() {}

    /** Without identity and revision. */
    static Committee read(RegisterCommittee sent, Refusals refusals) {
        Committee committee = new Committee();
        committee.unitCode = sent.unit() == null ? "" : sent.unit();
        describe(committee, sent.name(), sent.decision(), sent.note(), refusals);
        Spans.check(sent.from(), sent.to(), "/from", "/to", refusals);
        committee.validFrom = sent.from();
        return committee;
    }

    /** What may be altered later. */
    static void describe(
            Committee committee,
            @Nullable String name,
            @Nullable Act decision,
            @Nullable String note,
            Refusals refusals) {
        committee.name = CleanText.required(name, CleanText.NAME, "/name", refusals);
        committee.note = CleanText.note(note, "/note", refusals);
        if (decision != null) {
            Days.check(decision.issuedOn(), "/decision/issuedOn", refusals);
            committee.decisionNumber =
                    CleanText.optional(decision.number(), CleanText.NAME, "/decision/number", refusals);
            committee.decisionIssuer =
                    CleanText.optional(decision.issuer(), CleanText.NAME, "/decision/issuer", refusals);
            committee.decisionIssuedOn = decision.issuedOn();
        }
    }
}
