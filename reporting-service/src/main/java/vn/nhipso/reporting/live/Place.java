package vn.nhipso.reporting.live;

import org.jspecify.annotations.Nullable;

/** A place in the stream: a transaction, and a row of it. */
record Place(long made, long number) implements Comparable<Place> {

    /** Reads what was sent as the id of an event; nothing where it is none. */
    static @Nullable Place parse(@Nullable String id) {
        if (id == null || !id.matches("\\d{1,18}-\\d{1,18}")) {
            return null;
        }
        int dash = id.indexOf('-');
        return new Place(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
    }

    @Override
    public int compareTo(Place other) {
        int byTransaction = Long.compare(made, other.made);
        return byTransaction != 0 ? byTransaction : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return made + "-" + number;
    }
}
