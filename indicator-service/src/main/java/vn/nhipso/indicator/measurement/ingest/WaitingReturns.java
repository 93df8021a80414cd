package vn.nhipso.indicator.measurement.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import vn.nhipso.indicator.finding.Place;

/**
 * The returns in which values wait for publication: one for each unit and period. Asked only where the author may not publish, in the
 * transaction of the write: {@link #hold} before what stands is read, {@link Held#keep} after the values are written.
 */
public interface WaitingReturns {

    /** Locks the returns there are of these places, so that none is submitted or approved before the transaction has ended. */
    Held hold(Connection tx, Collection<Place> places) throws SQLException;

    /** What is locked. */
    interface Held {

        /** Where a return waits for approval: no value may be added to it. */
        Set<Place> closed();

        /**
         * Makes the returns that are not there yet, and opens again those that were approved or sent back.
         *
         * @return false when somebody else has made one meanwhile: roll back and begin again
         */
        boolean keep(Collection<Place> written, String author) throws SQLException;
    }
}
