package vn.nhipso.kit.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The characters of a CSV file: every line ends in one {@code '\n'}, bytes that are no UTF-8 are {@link CellChecks#NOT_UTF8}. */
final class CsvCharacters implements AutoCloseable {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private int position;
    private int limit;
    private String again = "";
    private int againPosition;
    private int line = 1;

    private CsvCharacters(Reader reader) {
        this.reader = reader;
    }

    static CsvCharacters of(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(CellChecks.NOT_UTF8));
        CsvCharacters characters = new CsvCharacters(new InputStreamReader(Files.newInputStream(file), decoder));
        if (characters.raw() != BYTE_ORDER_MARK) {
            characters.position = 0;
        }
        return characters;
    }

    /** The line on which the next character stands, from 1. */
    int line() {
        return line;
    }

    /** The next character, or -1 at the end. */
    int read() throws IOException {
        if (againPosition < again.length()) {
            return counted(again.charAt(againPosition++));
        }
        int character = raw();
        if (character == '\r') {
            if (raw() != '\n' && position <= limit && limit > 0) {
                position--;
            }
            return counted('\n');
        }
        return counted(character);
    }

    /** Gives characters back, to be read again. */
    void unread(CharSequence text) {
        again = text + again.substring(againPosition);
        againPosition = 0;
        line -= (int) text.chars().filter(character -> character == '\n').count();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private int counted(int character) {
        if (character == '\n') {
            line++;
        }
        return character;
    }

    private int raw() throws IOException {
        if (position >= limit) {
            limit = reader.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position++];
    }
}
