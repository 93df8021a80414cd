package vn.nhipso.indicator.measurement.ingest;

import java.util.UUID;

/**
 * A long delivery on its way.
 *
 * @param rows put down
 * @param done whether it has all rows, settled among themselves
 * @param counts of what was taken in chunk by chunk
 */
public record Stage(UUID id, int rows, boolean done, Counts counts) {

    /**
     * What became of rows.
     *
     * @param findings how many were found
     * @param position the outbox position up to which they reach
     */
    public record Counts(int accepted, int unchanged, int rejected, int findings, long position) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public int rows() {
            return accepted + unchanged + rejected;
        }

        /** With those of further rows. */
        public Counts and(Iterable<Row> rows, long reached) {
            int[] count = new int[Outcome.values().length];
            int found = 0;
            for (Row row : rows) {
                count[row.outcome().ordinal()]++;
                found += row.findings().size();
            }
            return new Counts(
                    accepted + count[Outcome.ACCEPTED.ordinal()],
                    unchanged + count[Outcome.UNCHANGED.ordinal()],
                    rejected + count[Outcome.REJECTED.ordinal()],
                    findings + found,
                    Math.max(position, reached));
        }
    }
}
