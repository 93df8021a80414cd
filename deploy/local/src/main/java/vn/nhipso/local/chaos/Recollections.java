package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhipso.local.api.ApiClient;

/** What was answered in an earlier round must be answered again as of that moment, whatever has become known since. */
final class Recollections {

    private static final int NEW = 2;
    private static final int OLD = 6;
    private static final Set<String> OF_NOW = Set.of("watermark", "asOf");

    private final Inquiry reports;
    private final Samples samples;
    private final Clock clock;
    private final Tally tally;
    private final List<Answer> answers = new ArrayList<>();

    private record Answer(String question, Instant moment, JsonNode body) {}

    Recollections(Inquiry reports, Samples samples, Clock clock, Tally tally) {
        this.reports = reports;
        this.samples = samples;
        this.clock = clock;
        this.tally = tally;
    }

    /** Only while nobody writes. */
    void askAgain() {
        List<Answer> some = new ArrayList<>();
        for (int old = 0; old < OLD && !answers.isEmpty(); old++) {
            some.add(samples.of(answers));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int one = 0; one < NEW; one++) {
            String question = samples.question();
            some.add(new Answer(question, now, plain(reports.ask(question))));
        }
        some.forEach(this::compare);
        answers.addAll(some.subList(some.size() - NEW, some.size()));
    }

    private void compare(Answer answer) {
        String again =
                answer.question() + "&asOf=" + ApiClient.encoded(answer.moment().toString());
        JsonNode body = plain(reports.ask(again));
        tally.recalled.incrementAndGet();
        if (!body.equals(answer.body())) {
            tally.wrong(again + " was answered " + answer.body() + " and is answered " + body);
        }
    }

    /** Without what is of the moment of asking. */
    private static JsonNode plain(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(OF_NOW);
        }
        answer.forEach(Recollections::plain);
        return answer;
    }
}
