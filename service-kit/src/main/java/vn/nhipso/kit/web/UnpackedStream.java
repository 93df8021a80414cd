package vn.nhipso.kit.web;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * What a gzip body holds. Nothing is read before somebody asks. One that grows out of all proportion ends in 413, whatever its type may be long:
 * text of measurements becomes ten to fifty times smaller, a bomb a thousand times.
 */
final class UnpackedStream extends InputStream {

    private static final int BUFFER = 16 * 1024;
    private static final long FREE = 16L * 1024 * 1024;
    private static final long MOST_FOR_A_BYTE = 250;

    private final Packed packed;
    private @Nullable InputStream unpacked;
    private long given;

    UnpackedStream(InputStream body) {
        this.packed = new Packed(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            if (unpacked == null) {
                unpacked = new GZIPInputStream(packed, BUFFER);
            }
            read = unpacked.read(buffer, offset, length);
        } catch (ZipException | EOFException broken) {
            throw new ProblemException(
                    KitProblem.MALFORMED_REQUEST,
                    new Text("Nội dung gzip hỏng hoặc bị cắt cụt.", "The gzip body is damaged or cut short."));
        }
        given += Math.max(read, 0);
        if (given > FREE && given / MOST_FOR_A_BYTE > packed.taken) {
            throw BodyLimitFilter.tooLarge();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    /** The body, counted. It says truly whether there is more of it: the JDK asks that to find out whether another member follows. */
    private static final class Packed extends FilterInputStream {

        private long taken;

        Packed(InputStream body) {
            super(new PushbackInputStream(body, 1));
        }

        @Override
        public int available() throws IOException {
            PushbackInputStream body = (PushbackInputStream) in;
            int next = body.read();
            if (next >= 0) {
                body.unread(next);
            }
            return next < 0 ? 0 : 1;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            taken += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            taken += Math.max(read, 0);
            return read;
        }
    }
}
