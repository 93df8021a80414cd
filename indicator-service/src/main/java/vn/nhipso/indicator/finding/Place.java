package vn.nhipso.indicator.finding;

import java.util.Comparator;

/** A unit and a period: the figures that are held against one another. */
public record Place(String unit, String period) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::unit).thenComparing(Place::period);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
