package vn.nhipso.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was acknowledged: of every figure what stands, how many revisions it has, and what became of it since it was last looked at. */
final class Ledger {

    private final Map<FigureKey, Content> standing = new ConcurrentHashMap<>();
    private final Map<FigureKey, List<Content>> history = new ConcurrentHashMap<>();
    private final Map<FigureKey, List<Content>> news = new ConcurrentHashMap<>();

    /** What stands of it: {@link Content#NOTHING} when it was withdrawn or never said. */
    Content standing(FigureKey key) {
        return standing.getOrDefault(key, Content.NOTHING);
    }

    /** Whether it would be a new revision. */
    boolean isEffective(FigureKey key, Content content) {
        return !standing(key).equals(content);
    }

    /** Only by the one client that writes this figure. */
    void acknowledge(FigureKey key, Content content) {
        if (isEffective(key, content)) {
            standing.put(key, content);
            history.computeIfAbsent(key, ignored -> new ArrayList<>()).add(content);
            news.computeIfAbsent(key, ignored -> new ArrayList<>()).add(content);
        }
    }

    int revisions(FigureKey key) {
        return history.getOrDefault(key, List.of()).size();
    }

    /** All that was said of every figure, revision by revision. Only while nobody writes. */
    Map<FigureKey, List<Content>> history() {
        return history;
    }

    /** All figures that have a value or an absence. */
    Map<FigureKey, Content> all() {
        Map<FigureKey, Content> all = new ConcurrentHashMap<>(standing);
        all.values().removeIf(Content::isNothing);
        return all;
    }

    /** Every acknowledged change since the last call, figure by figure, in order. Only while nobody writes. */
    Map<FigureKey, List<Content>> takeNews() {
        Map<FigureKey, List<Content>> taken = Map.copyOf(news);
        news.clear();
        return taken;
    }
}
