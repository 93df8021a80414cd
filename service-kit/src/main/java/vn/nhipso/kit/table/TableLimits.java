package vn.nhipso.kit.table;

/**
 * How much a file may hold. Whatever is sent, reading it keeps one row and, of a workbook, its distinct texts in memory.
 *
 * @param bytes of the file
 * @param rows below the header
 * @param columns of the header
 * @param cellLength characters of a cell
 * @param unzippedBytes of a workbook, all its parts together
 */
public record TableLimits(long bytes, int rows, int columns, int cellLength, long unzippedBytes) {

    private static final long MEBIBYTE = 1024L * 1024;

    /** 64 MiB, 200,000 rows, 64 columns, 4,000 characters a cell, 256 MiB unzipped: several times the largest national list. */
    public static TableLimits standard() {
        return new TableLimits(64 * MEBIBYTE, 200_000, 64, 4_000, 256 * MEBIBYTE);
    }
}
