package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipso.local.api.ApiClient;

/** Every published value that was replaced or taken back must be told once, in order, with what stood and what stands. */
final class CorrectionCheck {

    private final Inquiry reports;
    private final List<Measure> measures;
    private final Ledger ledger;
    private final Tally tally;
    private final Map<FigureKey, List<Notice>> told = new HashMap<>();
    private String after = "";

    private record Notice(int oldRevision, Content old, int revision, Content now) {}

    CorrectionCheck(Inquiry reports, List<Measure> measures, Ledger ledger, Tally tally) {
        this.reports = reports;
        this.measures = measures;
        this.ledger = ledger;
        this.tally = tally;
    }

    /** Reads on to the end; only while nobody writes. */
    void read() {
        while (true) {
            String from = after.isEmpty() ? "" : "&after=" + ApiClient.encoded(after);
            JsonNode page = reports.ask("/v1/corrections?pageSize=1000" + Measure.filter(measures) + from);
            page.path("items").forEach(this::take);
            String next = page.path("next").asText();
            if (next.equals(after)) {
                break;
            }
            after = next;
        }
        ledger.history().forEach((key, contents) -> compare(key, notices(contents)));
        told.keySet().stream()
                .filter(key -> !ledger.history().containsKey(key))
                .forEach(key -> tally.wrong("a correction of " + key + ", which nobody published"));
    }

    private void take(JsonNode notice) {
        tally.correctionsRead.incrementAndGet();
        JsonNode old = notice.path("old");
        told.computeIfAbsent(FigureKey.of(notice), key -> new ArrayList<>())
                .add(new Notice(
                        old.path("revision").asInt(),
                        Content.told(old),
                        notice.path("revision").asInt(),
                        Content.told(notice.path("new"))));
    }

    private static List<Notice> notices(List<Content> contents) {
        List<Notice> notices = new ArrayList<>();
        for (int revision = 2; revision <= contents.size(); revision++) {
            Content old = contents.get(revision - 2);
            Content now = contents.get(revision - 1);
            if (!old.isNothing() && !old.isSameValue(now)) {
                notices.add(new Notice(revision - 1, old, revision, now));
            }
        }
        return notices;
    }

    private void compare(FigureKey key, List<Notice> expected) {
        List<Notice> served = told.getOrDefault(key, List.of());
        boolean same = expected.size() == served.size();
        for (int i = 0; same && i < expected.size(); i++) {
            Notice one = expected.get(i);
            Notice other = served.get(i);
            same = one.revision() == other.revision()
                    && one.oldRevision() == other.oldRevision()
                    && one.old().isSameValue(other.old())
                    && one.now().isSameValue(other.now());
        }
        if (!same) {
            tally.wrong("corrections of " + key + ": " + expected + " are told as " + served);
        }
    }
}
