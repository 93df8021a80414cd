package vn.nhipso.indicator.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a file is called. */
final class FileName {

    private FileName() {}

    /** Without folders and without what no name has. */
    static String of(String given) {
        return given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    }

    /** Always a download: a page somebody sent must never be shown as one of ours. RFC 6266, with the name in UTF-8. */
    static String disposition(EvidenceView view) {
        String name = view.name();
        String encoded = name == null
                ? ""
                : "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
        return "attachment; filename=\"" + view.id() + "\"" + encoded;
    }
}
