package vn.nhipso.directory.catalogue;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.nhipso.directory.Directory;
import vn.nhipso.kit.testing.TestTokens;

/** Lists as they are sent. */
final class Lists {

    static final String HEADER = "code,name,full_name,type,level,parent_code\n";
    static final String LINEAGE = "old_code,new_code,kind,instrument,level,area,population,note\n";

    private Lists() {}

    static ValidatableResponse send(String path, String csv) {
        return send(TestTokens.steward(), path, csv.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse send(String token, String path, byte[] body) {
        return request(token).body(body).post(path).then();
    }

    static RequestSpecification request(String token) {
        return Directory.as(token)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv");
    }

    /** The list of a province with one district and its communes as it was until June 2025. */
    static String threeLevels(String province, String... communes) {
        StringBuilder list = new StringBuilder(HEADER)
                .append("%s,Tỉnh Cũ,Tỉnh Tỉnh Cũ,tỉnh,province,\n".formatted(province))
                .append("%s1,Huyện Cũ,Huyện Huyện Cũ,huyện,district,%s\n".formatted(province, province));
        for (String commune : communes) {
            list.append("%s,Tên %s,Xã Tên %s,xã,commune,%s1\n".formatted(commune, commune, commune, province));
        }
        return list.toString();
    }

    /** The same as it is since, with other names. */
    static String twoLevels(String province, String... communes) {
        StringBuilder list =
                new StringBuilder(HEADER).append("%s,Tỉnh Cũ,Tỉnh Tỉnh Cũ,tỉnh,province,VN\n".formatted(province));
        for (String commune : communes) {
            list.append("%s,Mới %s,Phường Mới %s,phường,commune,%s\n".formatted(commune, commune, commune, province));
        }
        return list.toString();
    }

    /** A workbook with the cells of a CSV. */
    static byte[] workbook(String csv) {
        String relation =
                "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>";
        StringBuilder rows = new StringBuilder();
        for (String line : csv.lines().toList()) {
            rows.append("<row>");
            for (String cell : line.split(",", -1)) {
                rows.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            rows.append("</row>");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships>" + relation.formatted("w", "officeDocument", "xl/workbook.xml")
                            + "</Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships>" + relation.formatted("s", "worksheet", "worksheets/sheet1.xml")
                            + "</Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
