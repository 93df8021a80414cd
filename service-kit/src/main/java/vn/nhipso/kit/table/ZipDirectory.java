package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The end of a ZIP file, which says how many entries there are. The JDK would load all of their names before anybody could count them. */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST = 1024L * 1024;

    private ZipDirectory() {}

    static void check(Path file) throws IOException {
        ByteBuffer end = tail(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = end.limit() - END_SIZE; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE
                    && at + END_SIZE + Short.toUnsignedInt(end.getShort(at + 20)) == end.limit()) {
                int entries = Short.toUnsignedInt(end.getShort(at + 10));
                long size = Integer.toUnsignedLong(end.getInt(at + 12));
                if (entries > MOST_ENTRIES || size > LARGEST) {
                    throw Malformed.bomb();
                }
                return;
            }
        }
        throw Malformed.file(
                "Tệp XLSX bị cắt cụt hoặc hỏng; hãy gửi lại.", "The workbook is cut short or damaged; send it again.");
    }

    private static ByteBuffer tail(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(content.length(), END_SIZE + LONGEST_COMMENT)];
            content.seek(content.length() - tail.length);
            content.readFully(tail);
            return ByteBuffer.wrap(tail);
        }
    }
}
