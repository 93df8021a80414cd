package vn.nhipso.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Items as JSON: {@code {"items":[…]}}. A list as it was answered is taken too, so {@code next} is passed over. */
public final class ItemsFile {

    private static final Set<String> KNOWN = Set.of("items", "next");

    private ItemsFile() {}

    /**
     * The items that are objects, by their positions; others are among the errors. Fails with a Jackson exception where it is no JSON.
     *
     * @param most items that are taken
     */
    public static Map<Integer, ObjectNode> read(ObjectMapper mapper, Path file, int most, ImportErrors errors)
            throws IOException {
        JsonNode document = mapper.readTree(file.toFile());
        JsonNode items = document.path("items");
        if (!items.isArray() || items.isEmpty()) {
            throw refused(
                    KitProblem.INVALID_FIELD,
                    "/items",
                    new Text("Cần một danh sách items.", "It takes a list of items."));
        }
        if (items.size() > most) {
            throw new ProblemException(
                    KitProblem.TOO_MANY_ROWS, Text.of("Nhiều nhất %d dòng.", "At most %d items.", most));
        }
        refuseUnknown(document);
        Map<Integer, ObjectNode> read = new LinkedHashMap<>();
        for (int place = 0; place < items.size(); place++) {
            if (items.get(place) instanceof ObjectNode item) {
                read.put(place, item);
            } else {
                errors.add(
                        place,
                        null,
                        KitProblem.INVALID_FIELD,
                        new Text("Giá trị không đúng kiểu.", "The value has the wrong type."));
            }
        }
        return read;
    }

    private static void refuseUnknown(JsonNode document) {
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw refused(
                        KitProblem.UNKNOWN_FIELD,
                        "/" + field.getKey(),
                        Text.of("Không có trường “%s”.", "There is no field \"%s\".", field.getKey()));
            }
        }
    }

    private static ProblemException refused(KitProblem code, String pointer, Text detail) {
        return new ProblemException(code, detail).withErrors(List.of(ProblemError.at(pointer, code.name(), detail)));
    }
}
