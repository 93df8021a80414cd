package vn.nhipso.reporting.rollup;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** Views of items, each made anew when it is read: while a large answer is written, never all of them are in memory. */
final class MadeWhenRead<T, V> extends AbstractList<V> implements RandomAccess {

    private final List<T> items;
    private final Function<T, V> view;

    MadeWhenRead(List<T> items, Function<T, V> view) {
        this.items = items;
        this.view = view;
    }

    @Override
    public V get(int index) {
        return view.apply(items.get(index));
    }

    @Override
    public int size() {
        return items.size();
    }
}
