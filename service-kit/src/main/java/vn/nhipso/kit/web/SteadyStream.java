package vn.nhipso.kit.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * A body that ends in 408 when it comes too slowly: whoever sends a byte now and then would hold a thread for ever. Only the time in which it is
 * waited for counts, not what is done with it in between. A single wait is ended by the server (quarkus.http.read-timeout).
 */
final class SteadyStream extends FilterInputStream {

    private final long least;
    private final long spanNanos;
    private final LongSupplier nanoTime;
    private long waited;
    private long came;

    /** @param slowest bytes that must come in a second of waiting, on the average of a span of so many */
    SteadyStream(InputStream body, long slowest, long spanSeconds, LongSupplier nanoTime) {
        super(body);
        this.least = slowest * spanSeconds;
        this.spanNanos = TimeUnit.SECONDS.toNanos(spanSeconds);
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        long asked = nanoTime.getAsLong();
        int read = super.read();
        count(asked, read < 0 ? -1 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long asked = nanoTime.getAsLong();
        int read = super.read(buffer, offset, length);
        count(asked, read);
        return read;
    }

    private void count(long asked, int read) {
        waited += nanoTime.getAsLong() - asked;
        came += Math.max(read, 0);
        if (waited < spanNanos || read < 0) {
            return;
        }
        if (came < least) {
            throw new ProblemException(
                    KitProblem.BODY_TOO_SLOW,
                    Text.of(
                            "Trong %d giây chỉ nhận được %d byte.",
                            "Only %2$d bytes came in %1$d seconds.", TimeUnit.NANOSECONDS.toSeconds(waited), came));
        }
        waited = 0;
        came = 0;
    }
}
