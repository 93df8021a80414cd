package vn.nhipso.local.catalogue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.local.api.ApiClient;

/**
 * What one run sends: where to, with which parameters, and the files.
 *
 * @param title what it is, for people
 * @param files name of the part and file; a single one is the body itself
 */
public record ListRequest(String title, String resource, Map<String, String> query, Map<String, ListFile> files) {

    private static final String UNITS = "units";

    /** @param lineage sent in the same request, so that what hangs on the units moves on in the same change */
    public static ListRequest units(ListFile units, LocalDate validFrom, Act act, @Nullable ListFile lineage) {
        Map<String, String> query = new LinkedHashMap<>(act.query());
        query.put("validFrom", validFrom.toString());
        Map<String, ListFile> files = new LinkedHashMap<>();
        files.put(UNITS, units);
        if (lineage != null) {
            files.put("lineage", lineage);
        }
        String with = lineage == null ? "" : " with " + lineage.name();
        return new ListRequest(units.name() + with + ", valid from " + validFrom, "/v1/unit-imports", query, files);
    }

    public static ListRequest lineage(ListFile lineage, LocalDate effectiveOn, Act act) {
        Map<String, String> query = new LinkedHashMap<>(act.query());
        query.put("effectiveOn", effectiveOn.toString());
        return new ListRequest(
                lineage.name() + ", effective on " + effectiveOn,
                "/v1/lineage-imports",
                query,
                Map.of("lineage", lineage));
    }

    public static ListRequest hamlets(ListFile hamlets, LocalDate validFrom, Act act) {
        Map<String, String> query = new LinkedHashMap<>(act.query());
        query.put("validFrom", validFrom.toString());
        return new ListRequest(
                hamlets.name() + ", valid from " + validFrom, "/v1/hamlet-imports", query, Map.of("hamlets", hamlets));
    }

    public static ListRequest aliases(ListFile aliases) {
        return new ListRequest(aliases.name(), "/v1/code-alias-imports", Map.of(), Map.of("aliases", aliases));
    }

    /** The same with one more parameter; a blank value is none. */
    public ListRequest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new ListRequest(title, resource, more, files);
    }

    boolean isDryRun() {
        return Boolean.parseBoolean(query.get("dryRun"));
    }

    String path() {
        String parameters = query.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .map(parameter -> parameter.getKey() + "=" + ApiClient.encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? resource : resource + "?" + parameters;
    }

    HttpRequest on(ApiClient directory) {
        HttpRequest.Builder request = directory.request(path());
        if (files.size() == 1) {
            ListFile only = files.values().iterator().next();
            return request.header("Content-Type", only.mediaType())
                    .POST(only.body())
                    .build();
        }
        String boundary = "list-" + UUID.randomUUID();
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(boundary))
                .build();
    }

    private HttpRequest.BodyPublisher form(String boundary) {
        List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
        files.forEach((part, file) -> {
            parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                    + part + "\"\r\nContent-Type: " + file.mediaType() + "\r\n\r\n"));
            parts.add(file.body());
            parts.add(text("\r\n"));
        });
        parts.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new));
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
    }
}
