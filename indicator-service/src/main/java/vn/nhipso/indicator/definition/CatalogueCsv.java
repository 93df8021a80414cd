package vn.nhipso.indicator.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipso.kit.event.EventJson;

/** The catalogue as a table that an import takes back without any change. UTF-8 with a byte order mark, so that Excel reads it right. */
final class CatalogueCsv {

    private CatalogueCsv() {}

    static String write(List<IndicatorView> definitions) {
        String header = Stream.concat(
                        Stream.of(CatalogueColumn.CODE),
                        CatalogueColumn.ALL.stream().map(CatalogueColumn::name))
                .collect(Collectors.joining(","));
        return definitions.stream()
                .map(CatalogueCsv::line)
                .collect(Collectors.joining("", "\ufeff" + header + "\r\n", ""));
    }

    private static String line(IndicatorView definition) {
        JsonNode body = EventJson.mapper().valueToTree(definition.body());
        return CatalogueColumn.ALL.stream()
                .map(column -> quoted(column.write(body)))
                .collect(Collectors.joining(",", definition.code() + ",", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",;\\t\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
