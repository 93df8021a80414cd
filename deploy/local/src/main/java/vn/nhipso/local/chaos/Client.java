package vn.nhipso.local.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes without a pause, a bounded number of rows a second, and now and then sends once more what was acknowledged long ago. */
final class Client {

    private static final int REMEMBERED = 12;
    private static final int ROWS_PER_SECOND = 120;

    private final SplittableRandom random;
    private final Writer writer;
    private final Sender sender;
    private final Tally tally;
    private final Deque<Parcel> sent = new ArrayDeque<>();

    Client(SplittableRandom random, Writer writer, Sender sender, Tally tally) {
        this.random = random;
        this.writer = writer;
        this.sender = sender;
        this.tally = tally;
    }

    String sequence() {
        return sender.sequence();
    }

    /** Returns when the last answer is clear. */
    void write(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            long begin = System.nanoTime();
            boolean again = !sent.isEmpty() && random.nextInt(10) == 0;
            Parcel parcel = again ? List.copyOf(sent).get(random.nextInt(sent.size())) : writer.next();
            if (again) {
                tally.redelivered.incrementAndGet();
            } else {
                sent.addLast(parcel);
            }
            if (sent.size() > REMEMBERED) {
                sent.removeFirst();
            }
            sender.send(parcel, again);
            long due = TimeUnit.SECONDS.toNanos(1) * parcel.rows().size() / ROWS_PER_SECOND;
            Phases.rest(TimeUnit.NANOSECONDS.toMillis(due - (System.nanoTime() - begin)));
        }
    }
}
