package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.indicator.imports.RowReader;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** Makes definitions of the rows of an import. */
@ApplicationScoped
class CatalogueWishes {

    private final RowReader reader;

    CatalogueWishes(RowReader reader) {
        this.reader = reader;
    }

    /** The definitions that can be made of the rows, in their order; what is wrong with the others is among the errors. */
    Map<String, DefineIndicator> read(List<CatalogueRow> rows, Map<String, Indicator> present, ImportErrors errors) {
        Map<String, DefineIndicator> wishes = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (CatalogueRow row : rows) {
            Integer before = places.putIfAbsent(row.code(), row.place());
            if (!row.hasCode()) {
                errors.add(
                        row.place(),
                        "/code",
                        KitProblem.INVALID_FIELD,
                        Text.of("Mã phải theo mẫu %s.", "A code matches %s.", IndicatorCode.PATTERN));
            } else if (before != null) {
                errors.add(
                        row.place(),
                        "/code",
                        IndicatorProblem.DUPLICATE_CODE,
                        Text.of("Mã %s đã có ở dòng %d.", "Code %s stands in row %d already.", row.code(), before));
            } else {
                reader.read(row.place(), body(row, present.get(row.code())), DefineIndicator.class, errors)
                        .ifPresent(body -> wishes.put(row.code(), body));
            }
        }
        return wishes;
    }

    /** What the row says, over what stands where it need not say everything. */
    private static ObjectNode body(CatalogueRow row, @Nullable Indicator present) {
        if (!row.partial() || present == null) {
            return row.body();
        }
        ObjectNode node = EventJson.mapper().valueToTree(present.body());
        for (Map.Entry<String, JsonNode> field : row.body().properties()) {
            if (field.getValue() instanceof ObjectNode said && node.get(field.getKey()) instanceof ObjectNode inner) {
                inner.setAll(said);
            } else {
                node.set(field.getKey(), field.getValue());
            }
        }
        return node;
    }
}
