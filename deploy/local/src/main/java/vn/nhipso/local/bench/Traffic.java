package vn.nhipso.local.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Asks questions at a fixed rate, whatever the answers take, or with a number of clients that each wait for theirs. */
final class Traffic {

    /** After which one who was turned away asks again. */
    private static final long RESPITE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ApiClient service;
    private final AtomicReference<String> refusal = new AtomicReference<>("");

    Traffic(ApiClient service) {
        this.service = service;
    }

    /**
     * What was seen, by kind of question.
     *
     * @param turnedAway questions that were answered with 503, to be asked again later
     */
    record Seen(Map<String, Latencies> byKind, Latencies all, int turnedAway, Duration took) {

        double rate() {
            return rate(all);
        }

        double rate(Latencies kind) {
            return kind.count() * 1e9 / took.toNanos();
        }
    }

    /** Each time counts from the moment at which the question was due, so that a stall is felt by all who would have asked in it. */
    Seen atRate(Supplier<Question> questions, int perSecond, int seconds) {
        Collected collected = new Collected();
        int count = perSecond * seconds;
        long begin = System.nanoTime();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = begin + i * 1_000_000_000L / perSecond;
                Question question = questions.get();
                sleepUntil(due);
                askers.execute(() -> ask(question, due, collected));
            }
        }
        return collected.seen(begin, refusal());
    }

    Seen withClients(Supplier<Question> questions, int clients, int seconds) {
        Collected collected = new Collected();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                askers.execute(() -> {
                    while (System.nanoTime() < end) {
                        Question question = next(questions);
                        ask(question, System.nanoTime(), collected);
                    }
                });
            }
        }
        return collected.seen(begin, refusal());
    }

    private static Question next(Supplier<Question> questions) {
        synchronized (questions) {
            return questions.get();
        }
    }

    private void ask(Question question, long due, Collected collected) {
        try {
            Reply reply = service.once(service.request(question.path()).GET().build());
            if (reply.isSuccess()) {
                collected.add(question.kind(), Duration.ofNanos(System.nanoTime() - due));
            } else if (reply.status() == 503) {
                collected.turnAway();
                sleepUntil(System.nanoTime() + RESPITE_NANOS);
            } else {
                refusal.compareAndSet("", question.path() + " was answered with " + reply.problem());
            }
        } catch (StackException noAnswer) {
            refusal.compareAndSet("", String.valueOf(noAnswer.getMessage()));
        }
    }

    private Optional<String> refusal() {
        return Optional.ofNullable(refusal.get()).filter(sentence -> !sentence.isEmpty());
    }

    private static void sleepUntil(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while measuring.", e);
        }
    }

    private static final class Collected {

        private final Map<String, Latencies> byKind = new ConcurrentSkipListMap<>();
        private final Latencies all = new Latencies();
        private final AtomicInteger turnedAway = new AtomicInteger();

        void turnAway() {
            turnedAway.incrementAndGet();
        }

        void add(String kind, Duration time) {
            byKind.computeIfAbsent(kind, ignored -> new Latencies()).add(time);
            all.add(time);
        }

        Seen seen(long begin, Optional<String> refusal) {
            if (refusal.isPresent()) {
                throw new StackException("A question was not answered, so nothing is measured: " + refusal.get());
            }
            return new Seen(new TreeMap<>(byKind), all, turnedAway.get(), Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
