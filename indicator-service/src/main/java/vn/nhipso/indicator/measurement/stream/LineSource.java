package vn.nhipso.indicator.measurement.stream;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.ingest.BatchItem;
import vn.nhipso.indicator.measurement.ingest.LineReader;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.Text;

/**
 * The items of a stream, a line each; blank lines count for nothing. Never more than a chunk is in memory, and of a line never more than the
 * longest item needs.
 */
final class LineSource {

    /** Four times what an item with all its texts needs. */
    static final int LONGEST_LINE = 256 * 1024;

    private static final int LARGEST_CHUNK = 4 * 1024 * 1024;

    private final InputStream body;
    private final int chunkRows;
    private final boolean keepsPlaces;
    private final MessageDigest hash;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private byte[] line = new byte[4 * 1024];
    private int length;
    private int row;
    private int firstPlace;
    private final List<MessageDigest> places = new ArrayList<>();

    LineSource(InputStream body, int chunkRows) {
        this(body, chunkRows, false);
    }

    /**
     * @param chunkRows items that are given at once
     * @param keepsPlaces whether {@link #digest(int)} will be asked for
     */
    LineSource(InputStream body, int chunkRows, boolean keepsPlaces) {
        this.chunkRows = chunkRows;
        this.keepsPlaces = keepsPlaces;
        this.body = body;
        this.hash = sha256();
    }

    /** Of the lines that were read so far. */
    String digest() {
        return HexFormat.of().formatHex(copy().digest());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) hash.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the lines up to and with the last of that many rows, one of those that were given last. */
    String digest(int rows) {
        return HexFormat.of().formatHex(places.get(rows - 1 - firstPlace).digest());
    }

    /** The next items; none at the end. */
    List<BatchItem> next() throws IOException {
        return next(chunkRows);
    }

    /** The next items, so many at most. */
    List<BatchItem> next(int most) throws IOException {
        List<BatchItem> items = new ArrayList<>();
        firstPlace = row;
        places.clear();
        int size = 0;
        while (items.size() < Math.min(most, chunkRows) && size < LARGEST_CHUNK && readLine()) {
            size += length;
            BatchItem item = length > LONGEST_LINE ? tooLong() : LineReader.read(line, length, row);
            if (item != null) {
                items.add(item);
                if (keepsPlaces) {
                    places.add(copy());
                }
                row++;
            }
        }
        return items;
    }

    /** Reads up to the end of a line; of one that is too long it keeps no more than shows that. */
    private boolean readLine() throws IOException {
        length = 0;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(end);
            hash.update(buffer, position, Math.min(end + 1, limit) - position);
            position = end + 1;
            if (end < limit) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, body.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private void append(int end) {
        int count = Math.min(end - position, LONGEST_LINE + 1 - length);
        if (length + count > line.length) {
            byte[] longer = new byte[Math.min(LONGEST_LINE + 1, Math.max(2 * line.length, length + count))];
            System.arraycopy(line, 0, longer, 0, length);
            line = longer;
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private BatchItem tooLong() {
        return BatchItem.unreadable(
                row,
                List.of(ProblemError.row(
                        row,
                        null,
                        IndicatorProblem.LINE_TOO_LONG.name(),
                        Text.of("Dòng dài hơn %d byte.", "The line is longer than %d bytes.", LONGEST_LINE))));
    }
}
