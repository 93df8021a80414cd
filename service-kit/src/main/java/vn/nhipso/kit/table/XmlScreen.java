package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStream;
import vn.nhipso.kit.problem.ProblemException;

/**
 * Looks at the bytes of an XML part before a parser does: UTF-8 only, no document type (entities), and no tag, text or comment so long that
 * holding it would fill the memory. Spreadsheet programs write none of these.
 */
final class XmlScreen {

    /** A cell holds 32,767 characters at most; written as character references that is less than this. */
    private static final int LONGEST = 512 * 1024;

    private int run;
    private int before;
    private int beforeThat;
    private char sectionEnd;

    private XmlScreen() {}

    static void check(InputStream part) throws IOException {
        XmlScreen screen = new XmlScreen();
        byte[] buffer = new byte[64 * 1024];
        boolean first = true;
        for (int count = part.read(buffer, 0, buffer.length); count >= 0; count = part.read(buffer, 0, buffer.length)) {
            if (first && count >= 2) {
                refuseOtherEncodings(buffer);
                first = false;
            }
            for (int i = 0; i < count; i++) {
                screen.see(buffer[i]);
            }
        }
    }

    private void see(byte one) {
        run++;
        if (sectionEnd != 0) {
            if (one == '>' && before == sectionEnd && (sectionEnd == '?' || beforeThat == sectionEnd)) {
                sectionEnd = 0;
            }
        } else if (one == '<') {
            run = 0;
        } else if (before == '<' && one == '?') {
            sectionEnd = '?';
        } else if (beforeThat == '<' && before == '!') {
            begin(one);
        }
        if (run > LONGEST) {
            throw refused();
        }
        beforeThat = before;
        before = one;
    }

    /** Comments, CDATA and processing instructions may hold anything; everything else behind {@code <!} is a document type. */
    private void begin(byte one) {
        switch (one) {
            case '-' -> sectionEnd = '-';
            case '[' -> sectionEnd = ']';
            default -> throw refused();
        }
    }

    private static void refuseOtherEncodings(byte[] start) {
        boolean utf8 = start[0] == '<' || start[0] == (byte) 0xEF || Character.isWhitespace(start[0]);
        if (!utf8 || start[1] == 0) {
            throw refused();
        }
    }

    static ProblemException refused() {
        return Malformed.file(
                "Bên trong tệp XLSX có XML mà chương trình bảng tính không ghi (khai báo kiểu tài liệu, mã ký tự khác UTF-8 hoặc đoạn quá dài).",
                "The workbook holds XML that no spreadsheet program writes (a document type, an encoding other than UTF-8, or an endless text).");
    }
}
