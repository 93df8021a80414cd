package vn.nhipso.local.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A line of DESIGN 10 about answers.
 *
 * @param clients that each wait for their answer, or none where questions come at a rate
 * @param perSecond questions, where they come at a rate
 * @param percentile of which a time is demanded
 * @param within that time, or zero
 * @param answersPerSecond that are demanded, or zero
 */
record Demand(
        String what,
        Supplier<Question> questions,
        int clients,
        int perSecond,
        int percentile,
        Duration within,
        int answersPerSecond) {

    static Demand latency(String what, Supplier<Question> questions, int p99) {
        return new Demand(what, questions, 1, 0, 99, Duration.ofMillis(p99), 0);
    }

    /** Of what has a time without a percentile. */
    static Demand median(String what, Supplier<Question> questions, int p50) {
        return new Demand(what, questions, 1, 0, 50, Duration.ofMillis(p50), 0);
    }

    static Demand atRate(String what, Supplier<Question> questions, int perSecond, int p99) {
        return new Demand(what, questions, 0, perSecond, 99, Duration.ofMillis(p99), 0);
    }

    static Demand throughput(String what, Supplier<Question> questions, int clients, int answersPerSecond) {
        return new Demand(what, questions, clients, 0, 99, Duration.ZERO, answersPerSecond);
    }

    Traffic.Seen ask(Traffic traffic, int seconds) {
        return clients == 0
                ? traffic.atRate(questions, perSecond, seconds)
                : traffic.withClients(questions, clients, seconds);
    }

    String verdict(Traffic.Seen seen) {
        boolean reached = answersPerSecond > 0
                ? seen.rate() >= answersPerSecond
                : seen.all().percentile(percentile).compareTo(within) <= 0;
        String demand = answersPerSecond > 0
                ? String.format(Locale.ROOT, "%,d/s", answersPerSecond)
                : "p" + percentile + " " + within.toMillis() + " ms";
        return demand + (reached ? " reached" : " NOT reached");
    }
}
