package vn.nhipso.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipso.local.stack.Service;

/** A whole list of units, made from what the directory knows on a day and altered then. */
final class Catalogue {

    private static final String HEADER = "code,name,full_name,type,level,parent_code";

    private final Map<String, String> rows = new TreeMap<>();

    /** Without the root and without hamlets, which stand in no list. */
    static Catalogue of(DemoStack demo, String day) {
        Catalogue catalogue = new Catalogue();
        for (String level : List.of("PROVINCE", "DISTRICT", "COMMUNE")) {
            JsonNode page = demo.anybody(Service.DIRECTORY)
                    .get("/v1/units/VN/descendants?pageSize=1000&validAt=" + day + "&level=" + level)
                    .json();
            for (JsonNode unit : page.path("items")) {
                String parent = unit.path("parentCode").asText();
                catalogue.put(
                        unit.path("code").asText(),
                        unit.path("name").asText(),
                        unit.path("type").asText(),
                        level,
                        parent.equals("VN") ? "" : parent);
            }
        }
        return catalogue;
    }

    Catalogue put(String code, String name, String type, String level, String parent) {
        String word = type.startsWith("thành phố") ? "thành phố" : type;
        String fullName = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + name;
        rows.put(code, String.join(",", code, name, fullName, type, level.toLowerCase(Locale.ROOT), parent));
        return this;
    }

    Catalogue remove(String code) {
        rows.remove(code);
        return this;
    }

    int size() {
        return rows.size();
    }

    /** @param more rows as they are, below the others */
    Path write(String name, String... more) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.addAll(rows.values());
        lines.addAll(List.of(more));
        return Files.write(Path.of("target", name), lines).toAbsolutePath();
    }
}
