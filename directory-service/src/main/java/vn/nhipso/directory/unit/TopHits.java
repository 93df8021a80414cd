package vn.nhipso.directory.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The best of what is offered, behind the last one seen. */
final class TopHits {

    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Comparator.reverseOrder());
    private final int wanted;
    private final @Nullable Place after;

    TopHits(int wanted, @Nullable Place after) {
        this.wanted = wanted;
        this.after = after;
    }

    /** A place in the list: by how good it is, then name, code and first day. */
    record Place(int grade, String name, String code, String firstDay) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::grade)
                .thenComparing(Place::name)
                .thenComparing(Place::code)
                .thenComparing(Place::firstDay);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        /** As a cursor keeps it. */
        List<String> key() {
            return List.of(Integer.toString(grade), name, code, firstDay);
        }

        static Place of(List<String> key) {
            return new Place(Integer.parseInt(key.get(0)), key.get(1), key.get(2), key.get(3));
        }
    }

    /** Something found. */
    record Hit(
            Place place,
            UnitVersion unit,
            @Nullable String formerName,
            @Nullable String alias) implements Comparable<Hit> {

        @Override
        public int compareTo(Hit other) {
            return place.compareTo(other.place);
        }
    }

    /** Whether something can be among the best: saves making it. */
    boolean mayTake(int grade, String name) {
        if (after != null && grade < after.grade()) {
            return false;
        }
        if (!isFull()) {
            return true;
        }
        Place worst = worst();
        return grade < worst.grade() || (grade == worst.grade() && name.compareTo(worst.name()) <= 0);
    }

    void offer(Hit hit) {
        if (after != null && hit.place().compareTo(after) <= 0) {
            return;
        }
        if (isFull()) {
            if (hit.place().compareTo(worst()) >= 0) {
                return;
            }
            worstFirst.poll();
        }
        worstFirst.add(hit);
    }

    boolean isFull() {
        return worstFirst.size() >= wanted;
    }

    private Place worst() {
        Hit worst = worstFirst.peek();
        if (worst == null) {
            throw new IllegalStateException("nothing wanted");
        }
        return worst.place();
    }

    List<Hit> inOrder() {
        List<Hit> hits = new ArrayList<>(worstFirst);
        Collections.sort(hits);
        return hits;
    }
}
