package vn.nhipso.kit.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook. It is opened only when the archive's own account of itself is sane, and a part is read only after it was screened. */
final class XlsxArchive implements AutoCloseable {

    /** Spreadsheet programs reach 20 to 50 bytes from one; POI, too, stops at 100. */
    private static final int HIGHEST_RATIO = 100;

    private static final long RATIO_COUNTS_FROM = 1024L * 1024;

    private final ZipFile zip;
    private long budget;

    private XlsxArchive(ZipFile zip, TableLimits limits) {
        this.zip = zip;
        this.budget = limits.unzippedBytes();
    }

    static XlsxArchive open(Path file, TableLimits limits) throws IOException {
        ZipDirectory.check(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException badName) {
            throw Malformed.file(badName);
        }
        try {
            checkSizes(zip, limits);
            return new XlsxArchive(zip, limits);
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** A part that was unzipped once already and found harmless. All parts that are read share the limit of unzipped bytes. */
    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Malformed.file(
                    "Tệp ZIP này không phải bảng tính XLSX (thiếu " + shown(name) + ").",
                    "This ZIP file is no XLSX workbook (" + shown(name) + " is missing).");
        }
        try (InputStream screened = counted(entry)) {
            XmlScreen.check(screened);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static void checkSizes(ZipFile zip, TableLimits limits) {
        long unzipped = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            unzipped += Math.max(entry.getSize(), 0);
            if (unzipped > limits.unzippedBytes() || isSuspicious(entry.getSize(), entry.getCompressedSize())) {
                throw Malformed.bomb();
            }
        }
    }

    private static boolean isSuspicious(long unzipped, long zipped) {
        return unzipped > RATIO_COUNTS_FROM && unzipped / HIGHEST_RATIO > Math.max(zipped, 1);
    }

    /** What the archive says of its sizes may be a lie: here they are measured. */
    private InputStream counted(ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {

            private long read;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                read += Math.max(count, 0);
                budget -= Math.max(count, 0);
                if (budget < 0 || isSuspicious(read, entry.getCompressedSize())) {
                    throw Malformed.bomb();
                }
                return count;
            }
        };
    }
}
