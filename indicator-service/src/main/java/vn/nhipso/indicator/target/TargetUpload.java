package vn.nhipso.indicator.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.figure.NumberFormat;
import vn.nhipso.indicator.imports.FileDigest;
import vn.nhipso.indicator.imports.ImportErrors;
import vn.nhipso.indicator.imports.ItemsFile;
import vn.nhipso.indicator.imports.RowReader;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.Text;

/** Reads what somebody sent as targets. */
@ApplicationScoped
class TargetUpload {

    private static final String REPLACE = "replace";

    private final RowReader reader;

    TargetUpload(RowReader reader) {
        this.reader = reader;
    }

    TargetImport.Order order(
            Path file,
            HttpHeaders headers,
            @Nullable NumberFormat numbers,
            boolean dryRun,
            String author,
            @Nullable String key)
            throws IOException {
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
        ImportErrors errors = new ImportErrors(!json);
        Map<Integer, ObjectNode> rows = json
                ? ItemsFile.read(reader.mapper(), file, TargetFile.MOST_ROWS, errors)
                : TargetFile.read(file, numbers, errors);
        List<Wish> wishes = new ArrayList<>();
        rows.forEach((place, row) -> add(place, row, wishes, errors));
        String digest = "POST /v1/target-imports " + numbers + FileDigest.of(file);
        return new TargetImport.Order(wishes, errors, dryRun, author, key, digest);
    }

    private void add(int place, ObjectNode row, List<Wish> wishes, ImportErrors errors) {
        JsonNode replace = row.remove(REPLACE);
        if (replace != null && !replace.isBoolean() && !replace.isNull()) {
            errors.add(
                    place,
                    "/" + REPLACE,
                    KitProblem.INVALID_FIELD,
                    new Text("replace là true hoặc false.", "replace is true or false."));
        }
        reader.read(place, row, SetTarget.class, errors)
                .ifPresent(body -> wishes.add(new Wish(place, body, replace != null && replace.asBoolean())));
    }
}
