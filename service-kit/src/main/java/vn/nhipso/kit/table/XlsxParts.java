package vn.nhipso.kit.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in the archive the first visible sheet and what belongs to it stand.
 *
 * @param sheet its part
 * @param texts the shared texts; null where the workbook has none
 * @param styles the cell formats; null where the workbook has none
 * @param from1904 whether days count from 1904, as on old Macs
 */
record XlsxParts(
        String sheet, @Nullable String texts, @Nullable String styles, boolean from1904) {

    private static final int MOST_RELATIONS = 5_000;

    static XlsxParts find(XlsxArchive archive) throws IOException {
        String workbook = null;
        for (Relation relation : relations(archive, "", "_rels/.rels").values()) {
            if (relation.is("officeDocument")) {
                workbook = relation.target();
            }
        }
        if (workbook == null) {
            throw Malformed.file("Tệp ZIP này không phải bảng tính XLSX.", "This ZIP file is no XLSX workbook.");
        }
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, Relation> parts =
                relations(archive, folder, folder + "_rels/" + workbook.substring(slash) + ".rels");
        return read(archive, workbook, parts);
    }

    private static XlsxParts read(XlsxArchive archive, String workbook, Map<String, Relation> parts)
            throws IOException {
        Relation sheet = null;
        boolean from1904 = false;
        try (XmlPart part = new XmlPart(archive.part(workbook))) {
            while (part.next() && sheet == null) {
                if (part.opens("workbookPr")) {
                    String value = part.attribute("date1904", "0");
                    from1904 = value.equals("1") || value.equals("true");
                } else if (part.opens("sheet")
                        && !part.attribute("state", "visible").contains("idden")) {
                    sheet = parts.get(part.attribute("id", ""));
                }
            }
        }
        if (sheet == null || !sheet.is("worksheet")) {
            throw Malformed.file("Tệp XLSX không có trang tính nào.", "The workbook has no sheet.");
        }
        return new XlsxParts(sheet.target(), target(parts, "sharedStrings"), target(parts, "styles"), from1904);
    }

    private static @Nullable String target(Map<String, Relation> parts, String kind) {
        for (Relation relation : parts.values()) {
            if (relation.is(kind)) {
                return relation.target();
            }
        }
        return null;
    }

    private static Map<String, Relation> relations(XlsxArchive archive, String folder, String name) throws IOException {
        Map<String, Relation> relations = new LinkedHashMap<>();
        try (XmlPart part = new XmlPart(archive.part(name))) {
            while (part.next()) {
                if (part.opens("Relationship") && relations.size() < MOST_RELATIONS) {
                    String target = part.attribute("Target", "");
                    relations.put(
                            part.attribute("Id", ""),
                            new Relation(
                                    part.attribute("Type", ""),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }

    /** The kinds have other addresses in the strict form of the format; their last word is the same. */
    private record Relation(String type, String target) {

        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }
}
