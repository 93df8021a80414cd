package vn.nhipso.local.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A line of DESIGN 10 about answers.
 *
 * @param clients that each wait for their answer, or none where questions come at a rate
 * @param perSecond questions, where they come at a rate
 * @param p99 that is demanded, or zero
 * @param answersPerSecond that are demanded, or zero
 */
record Demand(
        String what, Supplier<Question> questions, int clients, int perSecond, Duration p99, int answersPerSecond) {

    static Demand latency(String what, Supplier<Question> questions, int p99) {
        return new Demand(what, questions, 1, 0, Duration.ofMillis(p99), 0);
    }

    static Demand atRate(String what, Supplier<Question> questions, int perSecond, int p99) {
        return new Demand(what, questions, 0, perSecond, Duration.ofMillis(p99), 0);
    }

    static Demand throughput(String what, Supplier<Question> questions, int clients, int answersPerSecond) {
        return new Demand(what, questions, clients, 0, Duration.ZERO, answersPerSecond);
    }

    Traffic.Seen ask(Traffic traffic, int seconds) {
        return clients == 0
                ? traffic.atRate(questions, perSecond, seconds)
                : traffic.withClients(questions, clients, seconds);
    }

    String verdict(Traffic.Seen seen) {
        boolean reached = answersPerSecond > 0
                ? seen.rate() >= answersPerSecond
                : seen.all().percentile(99).compareTo(p99) <= 0;
        String demand = answersPerSecond > 0
                ? String.format(Locale.ROOT, "%,d/s", answersPerSecond)
                : "p99 " + p99.toMillis() + " ms";
        return demand + (reached ? " reached" : " NOT reached");
    }
}
