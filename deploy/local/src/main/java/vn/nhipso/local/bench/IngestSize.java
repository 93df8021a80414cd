package vn.nhipso.local.bench;

import vn.nhipso.local.stack.StackException;

/**
 * How large the year of the generated province is, and how it is sent.
 *
 * @param units communes
 * @param periods months of a year
 * @param clients that send at the same time
 * @param batch rows in a JSON batch, and in a statement of the bare upsert
 * @param rounds how often all is measured, the bare upsert beside it each time
 * @param minutes of sending without a pause at the end
 */
public record IngestSize(int units, int indicators, int periods, int clients, int batch, int rounds, int minutes) {

    private static final int MOST_UNITS = 900;
    private static final int MOST_ITEMS = 5_000;
    private static final int MONTHS = 12;

    /** Fails with what is wrong, for people. */
    public IngestSize {
        require(units >= 1 && units <= MOST_UNITS, "--units must be from 1 to " + MOST_UNITS + ".");
        require(indicators >= 1 && indicators <= 500, "--indicators must be from 1 to 500.");
        require(periods >= 1 && periods <= MONTHS, "--periods must be from 1 to " + MONTHS + ": months of a year.");
        require(clients >= 1 && clients <= 64, "--clients must be from 1 to 64.");
        require(batch >= 1 && batch <= MOST_ITEMS, "--batch must be from 1 to " + MOST_ITEMS + ".");
        require(rounds >= 1 && rounds <= 5, "--rounds must be from 1 to 5.");
        require(minutes >= 0, "--minutes must not be negative.");
    }

    int rows() {
        return units * indicators * periods;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new StackException(otherwise);
        }
    }
}
