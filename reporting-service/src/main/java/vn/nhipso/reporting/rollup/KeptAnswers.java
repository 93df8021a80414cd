package vn.nhipso.reporting.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The answers asked for most, each with the stamp of the state that it was read from: whoever takes one holds it against the stamp of now. */
@Singleton
class KeptAnswers {

    /** Rollups in all of them: about two kilobytes each, of a heap of 256 MiB. */
    private static final int MOST = 15_000;

    /** Rollups in one of them; what is larger would drive out hundreds of others. */
    private static final int MOST_OF_ONE = 500;

    /** While a version is rolled out, instances of the one before may not count what they change: what they leave out is told no longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Cache<Object, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .expireAfterWrite(LONGEST)
            .<Object, Kept>weigher((asked, answer) -> 1 + answer.rollups())
            .build();

    private record Kept(Stamp stamp, Object answer, int rollups) {}

    /** Whether an answer of so many rollups is kept; larger ones are made while they are written. */
    static boolean isKept(int rollups) {
        return rollups <= MOST_OF_ONE;
    }

    boolean has(Object asked) {
        return kept.getIfPresent(asked) != null;
    }

    /** The answer, if it is one of the state with this stamp. */
    @SuppressWarnings("unchecked") // Under a question stands its own answer.
    <A> @Nullable A of(Question<A> question, Stamp now) {
        Kept answer = kept.getIfPresent(question.asked());
        return answer == null || !answer.stamp().equals(now) ? null : (A) answer.answer();
    }

    <A> void keep(Question<A> question, Stamp stamp, A answer) {
        int rollups = question.rollups().applyAsInt(answer);
        // An empty answer is soon made, and its question may be larger than itself.
        if (rollups > 0 && isKept(rollups)) {
            kept.put(question.asked(), new Kept(stamp, answer, rollups));
        }
    }
}
