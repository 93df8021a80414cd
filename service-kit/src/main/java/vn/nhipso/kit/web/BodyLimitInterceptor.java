package vn.nhipso.kit.web;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;

/** Stops reading a body that does not say its length and turns out too large. Those that say it are refused before (EarlyRefusals). */
@Provider
public class BodyLimitInterceptor implements ReaderInterceptor {

    private final Instance<BodyLimit> limit;

    /** Providers are made while the application is built, when there are no settings yet. */
    BodyLimitInterceptor(Instance<BodyLimit> limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream(), limit.get().maxBytes()));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream body, long limit) {
            super(body);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(KitProblem.PAYLOAD_TOO_LARGE, KitProblem.PAYLOAD_TOO_LARGE.title());
            }
        }
    }
}
