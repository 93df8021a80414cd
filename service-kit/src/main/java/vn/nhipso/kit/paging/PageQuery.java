package vn.nhipso.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/**
 * The two paging parameters of every list, taken by a resource as {@code @BeanParam}. Use: ask the database for {@link #size()}
 * plus one rows behind {@link #after}, then hand them to {@link #page}.
 */
public class PageQuery {

    /** Items on a page when the caller does not say. */
    public static final int DEFAULT_SIZE = 100;

    /** Items on a page at most. */
    public static final int MAX_SIZE = 1_000;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before; bound to the same filters")
    @Nullable String cursor;

    @QueryParam("pageSize")
    @Parameter(description = "Items a page, 1 to 1000, 100 by default")
    @Nullable Integer pageSize;

    public PageQuery() {}

    /** For callers inside the service. */
    public PageQuery(@Nullable String cursor, @Nullable Integer pageSize) {
        this.cursor = cursor;
        this.pageSize = pageSize;
    }

    /** Which page of a list is asked for, to be compared by value. */
    public record Place(@Nullable String cursor, int size) {}

    /** Fails with INVALID_PARAMETER as {@link #size()}. */
    public Place place() {
        return new Place(cursor, size());
    }

    /** Items wanted on this page. Fails with INVALID_PARAMETER outside 1 to {@value #MAX_SIZE}. */
    public int size() {
        int size = pageSize == null ? DEFAULT_SIZE : pageSize;
        if (size < 1 || size > MAX_SIZE) {
            Text detail = Text.of("pageSize phải từ 1 đến %d.", "pageSize must be between 1 and %d.", MAX_SIZE);
            throw new ProblemException(KitProblem.INVALID_PARAMETER, detail)
                    .withErrors(List.of(ProblemError.at("pageSize", KitProblem.INVALID_PARAMETER.name(), detail)));
        }
        return size;
    }

    /**
     * The key of the last item of the page before; empty on the first page.
     *
     * @param filters every parameter that shapes the list; a cursor made under others is refused with INVALID_CURSOR
     */
    public List<String> after(@Nullable String... filters) {
        return cursor == null ? List.of() : Cursor.decode(cursor, filters);
    }

    /**
     * Cuts the surplus row off and makes the cursor.
     *
     * @param rows up to {@link #size()} plus one rows
     * @param key the values the list is ordered by, ending in something unique
     */
    public <T> Page<T> page(List<T> rows, Function<T, List<String>> key, @Nullable String... filters) {
        if (rows.size() <= size()) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, size()));
        return new Page<>(items, Cursor.encode(key.apply(items.getLast()), filters));
    }
}
