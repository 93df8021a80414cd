package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Opens what somebody sent as a table. CSV or XLSX is told by the content: names and media types of uploads are often wrong. */
public final class TableFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableFile() {}

    /**
     * Opens it, reads the header and looks at the first row.
     *
     * @throws ProblemException FILE_EMPTY, FILE_MALFORMED, FILE_NOT_UTF8, PAYLOAD_TOO_LARGE: what concerns the file as a whole
     */
    public static TableReader open(Path file, TableLimits limits) {
        try {
            if (Files.size(file) > limits.bytes()) {
                throw tooLarge();
            }
            byte[] start = start(file);
            if (Arrays.equals(start, OLE2)) {
                throw oldOrEncrypted();
            }
            return new CheckedTable(
                    Arrays.equals(start, ZIP) ? XlsxRows.open(file, limits) : CsvRows.open(file, limits), limits);
        } catch (IOException unreadable) {
            throw Malformed.file(unreadable);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(ZIP.length);
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(KitProblem.PAYLOAD_TOO_LARGE, KitProblem.PAYLOAD_TOO_LARGE.title());
    }

    private static ProblemException oldOrEncrypted() {
        return new ProblemException(
                KitProblem.FILE_MALFORMED,
                new Text(
                        "Đây là tệp .xls đời cũ hoặc tệp Excel có mật khẩu; hãy bỏ mật khẩu và lưu lại thành .xlsx hoặc CSV UTF-8.",
                        "This is an old .xls workbook or one with a password; take the password off and save it as .xlsx or CSV UTF-8."));
    }
}
